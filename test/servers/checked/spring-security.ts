import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { springSecurity as platform } from '../../../src/fixes/platforms/spring-security.ts';
import { JDK } from '../java-program.ts';
import { runTool } from '../run-tool.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import type { ReadPolicy } from './compare-policy.ts';
import { exactly, reader } from './schema.ts';
import { textAt } from './snippet-at.ts';

/** What Spring's classes are to the compiler, and what tells what they were given. */
const STUBS = fileURLToPath(new URL('../java/spring/', import.meta.url));

const STRINGS = { type: 'array', items: { type: 'string' } } as const;

const read = reader<Readonly<Record<string, Required<ReadPolicy>>>>({
  type: 'object',
  additionalProperties: exactly({
    origins: STRINGS,
    methods: STRINGS,
    headers: STRINGS,
    exposed: STRINGS,
    credentials: { type: 'boolean' },
    maxAge: { type: 'integer', nullable: true },
  }),
});

export const springSecurity: ParsedPlatform = {
  platform,
  needs: [JDK],
  parse: checkedBy(async (snippets, { path }, { folder }) => {
    const classes = join(folder, 'classes');
    await mkdir(classes);
    const file = join(folder, 'CorsConfig.java');
    await writeFile(file, textAt(snippets, 'file'));
    const security = join(folder, 'SecurityConfig.java');
    await writeFile(security, securityConfig(textAt(snippets, 'chain')));
    const main = join(STUBS, 'ReadCorsConfig.java');
    const compiled = await runTool('javac', [
      ...['-J-XX:TieredStopAtLevel=1', '-Xlint:all', '-Werror', '-implicit:class'],
      ...['-d', classes, '-sourcepath', STUBS, file, security, main],
    ]);
    if (!compiled.ok) throw new Error(compiled.printed);
    const { ok, printed } = await runTool('java', [
      '-XX:TieredStopAtLevel=1',
      '-cp',
      classes,
      'ReadCorsConfig',
    ]);
    if (!ok) throw new Error(printed);
    const configurations = Object.entries(read(JSON.parse(printed)));
    const [[pattern, configuration] = []] = configurations;
    if (pattern !== `${path ?? '/'}**` || configuration === undefined || configurations.length > 1) {
      throw new Error(printed);
    }
    return configuration;
  }),
};

function securityConfig(snippet: string): string {
  return `import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

public class SecurityConfig {
    public SecurityFilterChain chain(HttpSecurity http) throws Exception {
        ${snippet}
        return http.build();
    }
}
`;
}
