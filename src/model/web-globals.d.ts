/** The one web API that the pure folders use, declared here because they are compiled without the DOM's types. */
declare global {
  class URL {
    constructor(url: string, base?: string);
    readonly href: string;
    readonly origin: string;
    readonly protocol: string;
    readonly username: string;
    readonly password: string;
    readonly hostname: string;
    readonly port: string;
    readonly pathname: string;
    readonly search: string;
  }
}

export {};
