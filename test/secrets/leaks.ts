/** The shortest piece of a secret that counts as a leak. */
const LEAST = 8;

/** Pieces of the secrets that the text holds, as they are or in base64; empty if there are none. */
export function leaksOf(secrets: readonly string[], text: string): readonly string[] {
  const wanted = new Set(secrets.flatMap(piecesOf));
  return piecesIn(text).filter((piece) => wanted.has(piece));
}

/** Every piece of the secret by which it would be known. */
export function piecesOf(secret: string): readonly string[] {
  return [secret, ...encodings(secret)].flatMap(piecesIn);
}

/** In base64 a text looks different for each of the three places at which it can begin. */
function encodings(secret: string): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from('\0'.repeat(offset) + secret).toString('base64');
    // What is mixed with its neighbours is left out.
    return encoded.slice(offset === 0 ? 0 : 4, -4);
  });
}

function piecesIn(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - LEAST + 1) }, (_, at) => text.slice(at, at + LEAST));
}
