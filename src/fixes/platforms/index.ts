import { aiohttp } from './aiohttp.ts';
import { apache } from './apache.ts';
import { apacheHtaccess } from './apache-htaccess.ts';
import { aspnetCore } from './aspnet-core.ts';
import { awsLambda } from './aws-lambda.ts';
import { caddy } from './caddy.ts';
import { cloudflareWorkers } from './cloudflare-workers.ts';
import { CLOUDS } from './clouds.ts';
import { DEV_PROXIES } from './dev-proxies.ts';
import { django } from './django.ts';
import { express } from './express.ts';
import { fastapi } from './fastapi.ts';
import { fastify } from './fastify.ts';
import { flask } from './flask.ts';
import { flaskCors } from './flask-cors.ts';
import { go } from './go.ts';
import { goChi } from './go-chi.ts';
import { goEcho } from './go-echo.ts';
import { goGin } from './go-gin.ts';
import { goGorilla } from './go-gorilla.ts';
import { goRsCors } from './go-rs-cors.ts';
import { h3 } from './h3.ts';
import { hapi } from './hapi.ts';
import { haproxy } from './haproxy.ts';
import { hono } from './hono.ts';
import { iis } from './iis.ts';
import { koa } from './koa.ts';
import { laravel } from './laravel.ts';
import { lighttpd } from './lighttpd.ts';
import { nestjs } from './nestjs.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { php } from './php.ts';
import type { ServerPlatform } from './platform.ts';
import { quarkus } from './quarkus.ts';
import { rackCors } from './rack-cors.ts';
import { socketIo } from './socket-io.ts';
import { springSecurity } from './spring-security.ts';
import { symfony } from './symfony.ts';
import { tomcat } from './tomcat.ts';
import { tornado } from './tornado.ts';
import { varnish } from './varnish.ts';

/** Every platform for which there is a configuration, in the order in which they are listed within their families. */
export const PLATFORMS: readonly ServerPlatform[] = [
  nginx,
  apache,
  apacheHtaccess,
  caddy,
  haproxy,
  lighttpd,
  varnish,
  express,
  nodeHttp,
  fastify,
  nestjs,
  nextjs,
  koa,
  hono,
  hapi,
  h3,
  socketIo,
  django,
  fastapi,
  flask,
  flaskCors,
  tornado,
  aiohttp,
  php,
  laravel,
  symfony,
  rackCors,
  go,
  goRsCors,
  goChi,
  goGin,
  goEcho,
  goGorilla,
  springSecurity,
  quarkus,
  tomcat,
  aspnetCore,
  iis,
  cloudflareWorkers,
  awsLambda,
  ...CLOUDS,
  ...DEV_PROXIES,
];
