import { isSecretName } from '../model/secret-patterns.ts';

/** Whether a request header of that name says who is asking, cookies aside: `Authorization`, `X-Api-Key`. */
export function isTokenHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return isSecretName(lower) && !/cookie|[cx]srf|^sec-|^proxy-/.test(lower);
}
