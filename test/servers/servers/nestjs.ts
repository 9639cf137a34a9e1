import { nestjs as platform } from '../../../src/fixes/platforms/nestjs.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkTypeScript } from '../check-typescript.ts';
import { runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

/** What the text expects to be there. */
const BEFORE = "declare const app: import('@nestjs/common').INestApplication;\n";

export const nestjs: ServerUnderTest = {
  platform,
  needs: ['@nestjs/core', '@nestjs/common', '@nestjs/platform-express', 'reflect-metadata', 'rxjs'].map(
    (there) => ({ there, from: 'npm' }),
  ),
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkTypeScript(surroundings, BEFORE + textAt(snippets, 'main')),
  version: () => versionOf('@nestjs/core'),
};

/** In plain JavaScript, as the snippet may be too: decorators are called as what they are, functions. */
function server(snippets: readonly Snippet[] | null, port: number): string {
  return `import 'reflect-metadata';
import { Controller, Get, Header, HttpCode, Module, Post, Put } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

class Answers {
  ok() {
    return {};
  }
  created() {
    return {};
  }
  changed() {
    return {};
  }
  vary() {
    return {};
  }
  boom() {
    throw new Error('boom');
  }
}

function decorate(name, ...decorators) {
  const method = Object.getOwnPropertyDescriptor(Answers.prototype, name);
  for (const decorator of decorators) decorator(Answers.prototype, name, method);
}
const total = [Header('X-Total-Count', '42'), Header('X-Internal', '7')];
decorate('ok', Get('ok'), ...total);
decorate('created', Post('ok'), HttpCode(200), ...total);
decorate('changed', Put('ok'), ...total);
decorate('vary', Get('vary'));
decorate('boom', Get('boom'));
Controller(['/', '/api'])(Answers);

class AppModule {}
Module({ controllers: [Answers] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
${textAt(snippets, 'main')}
app.use((request, response, next) => {
  if (request.path.endsWith('/private')) {
    response.status(401).json({});
    return;
  }
  // As compression would.
  if (request.path.endsWith('/vary')) response.vary('Accept-Encoding');
  next();
});
await app.listen(${port}, '127.0.0.1');
`;
}
