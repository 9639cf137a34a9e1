import { lines, type Snippet } from './platform.ts';

/** The command that installs a library from npm. Goes to the place `install`. */
export function npmInstall(library: string): Snippet {
  return {
    place: 'install',
    file: null,
    language: 'shell',
    lines: lines('install', `npm install ${library}`),
  };
}

/** Where that command goes. */
export const INSTALL_PLACE = 'In the folder with the server’s `package.json`.';
