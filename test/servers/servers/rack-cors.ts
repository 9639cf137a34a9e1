import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { rackCors as platform } from '../../../src/fixes/platforms/rack-cors.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const rackCors: ServerUnderTest = {
  platform,
  needs: [
    { there: '/usr/lib/ruby/vendor_ruby/rack/cors.rb', from: { debian: 'ruby-rack-cors' } },
    { there: '/usr/share/rubygems-integration/all/gems/sinatra-3.0.5', from: { debian: 'ruby-sinatra' } },
    { there: 'puma', from: { debian: 'puma' } },
  ],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  otherwise: {
    'preflights vary by origin': 'It sends none on preflights (a trap says so).',
  },
  async start(surroundings, snippets) {
    await write(surroundings, snippets);
    const args = ['--bind', `tcp://127.0.0.1:${surroundings.port}`, '--quiet', 'config.ru'];
    return runProgram({ command: 'puma', args, env: { RACK_ENV: 'production' }, ...surroundings });
  },
  async parse(surroundings, snippets) {
    await write(surroundings, snippets);
    const { ok, printed } = await runTool('ruby', ['-e', READ], { folder: surroundings.folder });
    return ok ? null : printed;
  },
  async version() {
    const program = 'require "rack/cors/version"; print Rack::Cors::VERSION';
    return (await runTool('ruby', ['-e', program])).printed;
  },
};

async function write({ folder }: Surroundings, snippets: readonly Snippet[] | null): Promise<void> {
  await writeFile(join(folder, 'cors.rb'), textAt(snippets, 'initializer'));
  await writeFile(join(folder, 'config.ru'), CONFIG);
}

/** All of Rails that the text touches: the first place among its middleware, which here is that of any Rack app. */
const RAILS = `
module Rails
  def self.application = self
  def self.config = self
  def self.middleware = self
  def self.insert_before(index, middleware, &block)
    raise "It isn't the first." unless index.zero?
    USE.call(middleware, &block)
  end
end
load File.expand_path("cors.rb", Dir.pwd)
`;

/** Has the library read the options. */
const READ = `
require "rack/cors"
USE = ->(middleware, &block) { middleware.new(nil, &block) }
${RAILS}`;

const CONFIG = `
require "rack/cors"
require "sinatra/base"
USE = method(:use)
${RAILS}
class SignIn
  def initialize(app) = @app = app

  def call(env)
    return [401, {}, []] if env["PATH_INFO"].end_with?("/private")
    @app.call(env)
  end
end

class Site < Sinatra::Base
  set :show_exceptions, false
  set :raise_errors, false
  set :protection, false

  ["", "/api"].each do |base|
    %i[get post put].each do |method|
      send(method, "#{base}/ok") { headers "X-Total-Count" => "42", "X-Internal" => "7"; "" }
    end
    get("#{base}/vary") { headers "Vary" => "Accept-Encoding"; "" }
    get("#{base}/boom") { raise "boom" }
  end
end

use SignIn
run Site
`;
