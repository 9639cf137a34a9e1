import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ServerPlatform, type Snippet, textOf } from '../../src/fixes/platforms/platform.ts';
import { FRAMEWORKS } from './find-needs.ts';
import { runProgram } from './run-program.ts';
import { runTool, type ToolResult } from './run-tool.ts';
import type { Need, ServerUnderTest, Surroundings } from './server-under-test.ts';

/** Where Debian puts the sources of libraries. */
const LIBRARIES = '/usr/share/gocode';

/** Outlives the folder of a single start, so that only what is new is compiled. */
const CACHE = join(FRAMEWORKS, '.run', 'go-cache');

/** The first one compiles the standard library, too. */
const BUILD_MS = 200_000;

export interface GoServer {
  readonly platform: ServerPlatform;
  /** The library that the snippets use, besides what its app needs; null if none. */
  readonly library: GoLibrary | null;
  readonly causeWithout: string;
  /**
   * The program around `cors.go`. It listens where `ADDRESS` says; if that is empty, it ends just before.
   * @param use the snippet for `main.go`, with what stands for the user's own part replaced; null without snippets
   */
  readonly program: (use: Use | null) => string;
}

export interface GoLibrary {
  /** Its path, as Debian has it. */
  readonly path: string;
  readonly debian: string;
}

export interface Use {
  readonly place: string;
  readonly text: string;
}

/** A server in Go, built from Debian's packages. */
export function goServer({ platform, library, causeWithout, program }: GoServer): ServerUnderTest {
  return {
    platform,
    needs: [{ there: 'go', from: { debian: 'golang-go' } }, ...(library === null ? [] : [needOf(library)])],
    role: 'app',
    causeWithout,
    async start(surroundings, snippets) {
      const { folder, port } = surroundings;
      const { ok, printed } = await build(surroundings, program, snippets ?? []);
      if (!ok) throw new Error(printed);
      return runProgram({
        command: join(folder, 'app'),
        args: [],
        folder,
        port,
        env: { ADDRESS: `127.0.0.1:${port}` },
      });
    },
    async parse(surroundings, snippets) {
      const { folder } = surroundings;
      const built = await build(surroundings, program, snippets);
      if (!built.ok) return built.printed;
      const files = [join(sourceOf(folder), 'cors.go')];
      const formatted = await runTool('gofmt', ['-d', ...files]);
      if (!formatted.ok || formatted.printed !== '') return formatted.printed;
      // Libraries look at what they are given when they start.
      const started = await runTool(join(folder, 'app'), [], { env: { ADDRESS: '' } });
      return started.ok ? null : started.printed;
    },
    version: () => (library === null ? goVersion() : debianVersion(library.debian)),
  };
}

function needOf({ path, debian }: GoLibrary): Need {
  return { there: join(LIBRARIES, 'src', path), from: { debian } };
}

async function goVersion(): Promise<string> {
  return /go(\d\S*)/.exec((await runTool('go', ['version'])).printed)?.[1] ?? '';
}

async function debianVersion(name: string): Promise<string> {
  const { printed } = await runTool('dpkg-query', ['--status', name]);
  return /^Version: (.+)-[^-]*$/m.exec(printed)?.[1] ?? '';
}

function sourceOf(folder: string): string {
  return join(folder, 'src', 'app');
}

async function build(
  { folder }: Surroundings,
  program: GoServer['program'],
  snippets: readonly Snippet[],
): Promise<ToolResult> {
  const source = sourceOf(folder);
  await mkdir(source, { recursive: true });
  const file = snippets.find(({ place }) => place === 'file');
  const use = snippets.find(({ file }) => file === 'main.go');
  // With it, import paths may end in the version of a module, which Debian's folders haven't.
  await writeFile(join(source, 'go.mod'), 'module app\n');
  if (file !== undefined) await writeFile(join(source, 'cors.go'), textOf(file));
  await writeFile(
    join(source, 'main.go'),
    program(use === undefined ? null : { place: use.place, text: textOf(use) }),
  );
  // Without what debuggers need, linking takes half the time.
  return runTool('go', ['build', '-ldflags', '-s -w', '-o', join(folder, 'app'), '.'], {
    folder: source,
    timeoutMs: BUILD_MS,
    env: {
      GO111MODULE: 'off',
      GOPATH: `${folder}:${LIBRARIES}`,
      GOCACHE: CACHE,
      GOFLAGS: '',
      CGO_ENABLED: '0',
    },
  });
}

/**
 * An app of net/http, with what it has around its routes: a sign-in, and an answer to panics.
 * @param use gives `handler` what is served, from `name`; null for the app as it is
 */
export function netHttpProgram(name: string, use: Use | null): string {
  return `package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	${name} := recovering(signIn(routes()))
	${use?.text ?? `handler := ${name}`}
	if address := os.Getenv("ADDRESS"); address != "" {
		panic(http.ListenAndServe(address, handler))
	}
}

func routes() http.Handler {
	routes := http.NewServeMux()
	for _, below := range []string{"", "/api"} {
		routes.HandleFunc(below+"/ok", func(w http.ResponseWriter, r *http.Request) {
			if r.Method != "GET" && r.Method != "POST" && r.Method != "PUT" {
				http.Error(w, "no such method", http.StatusMethodNotAllowed)
				return
			}
			w.Header().Set("X-Total-Count", "42")
			w.Header().Set("X-Internal", "7")
			w.Write([]byte("{}"))
		})
		routes.HandleFunc(below+"/vary", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Add("Vary", "Accept-Encoding")
			w.Write([]byte("{}"))
		})
		routes.HandleFunc(below+"/boom", func(w http.ResponseWriter, r *http.Request) {
			panic("boom")
		})
	}
	return routes
}

func signIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/private") {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func recovering(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				http.Error(w, "boom", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
`;
}
