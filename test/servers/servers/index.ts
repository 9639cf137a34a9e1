import type { ServerUnderTest } from '../server-under-test.ts';
import { aiohttp } from './aiohttp.ts';
import { apache } from './apache.ts';
import { apacheHtaccess } from './apache-htaccess.ts';
import { awsLambda } from './aws-lambda.ts';
import { caddy } from './caddy.ts';
import { cloudflareWorkers } from './cloudflare-workers.ts';
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
import { koa } from './koa.ts';
import { lighttpd } from './lighttpd.ts';
import { nestjs } from './nestjs.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { php } from './php.ts';
import { rackCors } from './rack-cors.ts';
import { socketIo } from './socket-io.ts';
import { tomcat } from './tomcat.ts';
import { tornado } from './tornado.ts';
import { varnish } from './varnish.ts';

/** Every platform that is proven by running it. */
export const SERVERS: readonly ServerUnderTest[] = [
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
  rackCors,
  go,
  goRsCors,
  goChi,
  goGin,
  goEcho,
  goGorilla,
  tomcat,
  cloudflareWorkers,
  awsLambda,
];
