import { goEcho as platform } from '../../../src/fixes/platforms/go-echo.ts';
import { goServer } from '../go-server.ts';

export const goEcho = goServer({
  platform,
  library: { path: 'github.com/labstack/echo', debian: 'golang-github-labstack-echo-dev' },
  causeWithout: 'preflight-not-handled',
  program: (use) => `package main

import (
	"net/http"
	"os"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func main() {
	e := echo.New()
	e.Use(middleware.Recover())
	${use?.text ?? ''}
	e.Use(func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if strings.HasSuffix(c.Request().URL.Path, "/private") {
				return echo.NewHTTPError(http.StatusUnauthorized)
			}
			return next(c)
		}
	})
	for _, below := range []string{"", "/api"} {
		ok := func(c echo.Context) error {
			c.Response().Header().Set("X-Total-Count", "42")
			c.Response().Header().Set("X-Internal", "7")
			return c.String(http.StatusOK, "{}")
		}
		e.GET(below+"/ok", ok)
		e.POST(below+"/ok", ok)
		e.PUT(below+"/ok", ok)
		e.GET(below+"/vary", func(c echo.Context) error {
			c.Response().Header().Add("Vary", "Accept-Encoding")
			return c.String(http.StatusOK, "{}")
		})
		e.GET(below+"/boom", func(c echo.Context) error {
			panic("boom")
		})
	}
	if address := os.Getenv("ADDRESS"); address != "" {
		panic(e.Start(address))
	}
}
`,
});
