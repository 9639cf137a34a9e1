import { has, platformsOf } from '../platform.ts';

/** What runs the application, and has nothing but it behind. */
export const SERVERS = platformsOf('server', [
  {
    id: 'aws-lambda',
    name: 'AWS Lambda',
    marks: [[has('x-amzn-trace-id', /^root=/i), has('x-amzn-requestid')]],
    made: [],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html',
  },
  {
    id: 'google-cloud-functions',
    name: 'Google Cloud Functions',
    marks: [[has('function-execution-id')]],
    made: [],
    source: 'https://firebase.google.com/docs/functions/http-events',
  },
  {
    id: 'kestrel',
    name: 'ASP.NET Core',
    marks: [[has('server', /^Kestrel$/i)]],
    made: [],
    source:
      'https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserveroptions.addserverheader',
  },
  {
    id: 'uvicorn',
    name: 'Uvicorn',
    marks: [[has('server', /^uvicorn$/i)], [has('x-render-origin-server', /^uvicorn$/i)]],
    made: [],
    source: 'https://www.uvicorn.org/',
  },
  {
    id: 'gunicorn',
    name: 'Gunicorn',
    marks: [[has('server', /^gunicorn\b/i)], [has('x-render-origin-server', /^gunicorn\b/i)]],
    made: [],
    source: 'https://docs.gunicorn.org/en/stable/settings.html',
  },
  {
    id: 'aiohttp',
    name: 'aiohttp',
    marks: [[has('server', /\baiohttp\//i)]],
    made: [],
    source: 'https://docs.aiohttp.org/en/stable/web.html',
  },
  {
    id: 'tornado',
    name: 'Tornado',
    marks: [[has('server', /^TornadoServer\//i)]],
    made: [],
    source: 'https://www.tornadoweb.org/en/stable/web.html',
  },
  {
    id: 'flask-werkzeug',
    name: 'Flask',
    marks: [[has('server', /^Werkzeug\//i)]],
    made: [],
    source: 'https://werkzeug.palletsprojects.com/en/stable/serving/',
  },
  {
    id: 'django',
    name: 'Django',
    marks: [[has('server', /^WSGIServer\//i)]],
    made: [],
    source: 'https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver',
  },
  {
    id: 'tomcat',
    name: 'Tomcat',
    marks: [[has('server', /^Apache(?:-Coyote\/| Tomcat)/i)]],
    made: [],
    source: 'https://tomcat.apache.org/tomcat-9.0-doc/config/http.html',
  },
  {
    id: 'jetty',
    name: 'Jetty',
    marks: [[has('server', /^Jetty\b/i)]],
    made: [],
    source: 'https://jetty.org/docs/',
  },
  {
    id: 'undertow',
    name: 'Undertow',
    marks: [[has('server', /^(?:Undertow|WildFly|JBoss)\b/i)], [has('x-powered-by', /^Undertow\b/i)]],
    made: [],
    source: 'https://undertow.io/',
  },
  {
    id: 'python-http-server',
    name: 'Python http.server',
    marks: [[has('server', /^SimpleHTTP\//i)]],
    made: [],
    source: 'https://docs.python.org/3/library/http.server.html',
  },
]);
