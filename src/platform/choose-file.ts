/**
 * Lets the user choose a file of theirs; must be called in a click's handler. Null if they choose none.
 *
 * @param accept as the attribute of `<input type="file">`
 */
export function chooseFile(accept: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.hidden = true;
  // Firefox asks only for an input that is on the page.
  document.body.append(input);
  return new Promise((resolve) => {
    const end = () => {
      input.remove();
      resolve(input.files?.[0] ?? null);
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}
