/**
 * The text of a file that the user chose or dropped; null if it is larger than that.
 *
 * @param limit bytes
 * @throws if the file can't be read, for instance because it is gone
 */
export async function readTextFile(file: File, limit: number): Promise<string | null> {
  return file.size > limit ? null : file.text();
}
