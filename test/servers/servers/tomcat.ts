import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';
import { tomcat as platform } from '../../../src/fixes/platforms/tomcat.ts';
import { compileJava, JDK } from '../java-program.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest } from '../server-under-test.ts';

const LIBRARIES = [
  'annotations-api',
  'api',
  'catalina',
  'coyote',
  'el-api',
  'jaspic-api',
  'jni',
  'juli',
  'servlet-api',
  'util',
  'util-scan',
].map((name) => `/usr/share/java/tomcat10-${name}.jar`);

/** It has no secrets to make, so it doesn't wait for chance. */
const OPTIONS = ['-XX:TieredStopAtLevel=1', '-Xshare:auto', '-Djava.security.egd=file:/dev/urandom'];

const compiled = (): Promise<string> => compileJava('TomcatApp', LIBRARIES);

export const tomcat: ServerUnderTest = {
  platform,
  needs: [JDK, ...LIBRARIES.map((there) => ({ there, from: { debian: 'libtomcat10-java' } }))],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  otherwise: {
    'preflights vary by origin':
      'Its own 403 for other origins has no Vary; no cache keeps answers to OPTIONS.',
    'answers to others vary by origin':
      'Its own 403 for other origins has no Vary; caches keep it only if they are told to.',
  },
  async start({ folder, port }, snippets) {
    await write(folder, snippets ?? []);
    const args = [...OPTIONS, '-cp', await compiled(), 'TomcatApp', 'serve', folder, String(port)];
    return runProgram({ command: 'java', args, folder, port });
  },
  async parse({ folder }, snippets, policy) {
    await write(folder, snippets);
    const args = [...OPTIONS, '-cp', await compiled(), 'TomcatApp', 'read', folder];
    const { ok, printed } = await runTool('java', args);
    const sorted = (values: readonly string[]): string => values.toSorted().join(' ');
    const expected = [
      `origins ${policy.origins === '*' ? '*' : sorted(policy.origins)}`,
      `methods ${sorted(['GET', 'HEAD', 'POST', ...policy.methods])}`,
      `headers ${sorted(policy.headers.length === 0 ? ['accept'] : policy.headers)}`,
      `exposed ${sorted(policy.exposed)}`,
      `credentials ${policy.credentials}`,
      `maxAge ${policy.maxAge ?? -1}`,
    ];
    const read = printed.split('\n').map((line) => line.trim());
    return ok && read.join('\n') === expected.map((line) => line.trim()).join('\n') ? null : printed;
  },
  async version() {
    const args = ['-cp', LIBRARIES.join(':'), 'org.apache.catalina.util.ServerInfo'];
    return /Tomcat\/(\S+)/.exec((await runTool('java', args)).printed)?.[1] ?? '';
  },
};

async function write(folder: string, snippets: readonly Snippet[]): Promise<void> {
  await mkdir(join(folder, 'app/WEB-INF'), { recursive: true });
  const paths = ['/ok', '/vary', '/boom'].flatMap((path) => [path, `/api${path}`]);
  await writeFile(
    join(folder, 'app/WEB-INF/web.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd" version="6.0">
${snippets.map(textOf).join('')}
<filter>
  <filter-name>SignIn</filter-name>
  <filter-class>TomcatApp$SignIn</filter-class>
</filter>
<filter-mapping>
  <filter-name>SignIn</filter-name>
  <url-pattern>/*</url-pattern>
</filter-mapping>
<servlet>
  <servlet-name>default</servlet-name>
  <servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class>
</servlet>
<servlet>
  <servlet-name>Routes</servlet-name>
  <servlet-class>TomcatApp$Routes</servlet-class>
</servlet>
<servlet-mapping>
  <servlet-name>default</servlet-name>
  <url-pattern>/</url-pattern>
</servlet-mapping>
<servlet-mapping>
  <servlet-name>Routes</servlet-name>
${paths.map((path) => `  <url-pattern>${path}</url-pattern>\n`).join('')}</servlet-mapping>
</web-app>
`,
  );
}
