import { goGin as platform } from '../../../src/fixes/platforms/go-gin.ts';
import { goServer } from '../go-server.ts';

export const goGin = goServer({
  platform,
  library: { path: 'github.com/gin-contrib/cors', debian: 'golang-github-gin-contrib-cors-dev' },
  causeWithout: 'preflight-not-handled',
  program: (use) => `package main

import (
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	${use?.text ?? ''}
	r.Use(func(c *gin.Context) {
		if strings.HasSuffix(c.Request.URL.Path, "/private") {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	})
	for _, below := range []string{"", "/api"} {
		ok := func(c *gin.Context) {
			c.Header("X-Total-Count", "42")
			c.Header("X-Internal", "7")
			c.JSON(http.StatusOK, gin.H{})
		}
		r.GET(below+"/ok", ok)
		r.POST(below+"/ok", ok)
		r.PUT(below+"/ok", ok)
		r.GET(below+"/vary", func(c *gin.Context) {
			c.Writer.Header().Add("Vary", "Accept-Encoding")
			c.JSON(http.StatusOK, gin.H{})
		})
		r.GET(below+"/boom", func(c *gin.Context) {
			panic("boom")
		})
	}
	if address := os.Getenv("ADDRESS"); address != "" {
		panic(r.Run(address))
	}
}
`,
});
