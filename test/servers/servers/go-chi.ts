import { goChi as platform } from '../../../src/fixes/platforms/go-chi.ts';
import { goServer, type Use } from '../go-server.ts';

export const goChi = goServer({
  platform,
  library: { path: 'github.com/go-chi/cors', debian: 'golang-github-go-chi-cors-dev' },
  causeWithout: 'preflight-not-handled',
  program: (use) => `package main

import (
	"net/http"
	"os"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	r := chi.NewRouter()
	${use?.place === 'router' ? use.text : ''}
	r.Use(middleware.Recoverer)
	${use?.place === 'route' ? below(use) : ABOVE}
	routes(r)
	if address := os.Getenv("ADDRESS"); address != "" {
		panic(http.ListenAndServe(address, r))
	}
}

func routes(r chi.Router) {
	ok := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Total-Count", "42")
		w.Header().Set("X-Internal", "7")
		w.Write([]byte("{}"))
	}
	r.Get("/ok", ok)
	r.Post("/ok", ok)
	r.Put("/ok", ok)
	r.Get("/vary", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		w.Write([]byte("{}"))
	})
	r.Get("/boom", func(w http.ResponseWriter, r *http.Request) {
		panic("boom")
	})
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
`,
});

/** The sign-in of all, and the routes below \`/api\`. */
const ABOVE = `r.Use(signIn)
	r.Route("/api", routes)`;

/** Where the path has middleware of its own, the sign-in is part of it. */
function below({ text }: Use): string {
  return text.replace('// … your routes …', 'r.Use(signIn)\nroutes(r)');
}
