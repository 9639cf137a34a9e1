import { pathOf, queryOf, sendEmpty, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** A gateway in front of other services. It moves callers along before it thinks of CORS. */
export const gateway: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'localhost',
  create: (site) => {
    const anyOrigin = { 'Access-Control-Allow-Origin': '*' };
    const partner = site.originOf('partnerApi');
    const withUser = partner.replace('http://', 'http://reporting:s3cret@');
    return (request, response) => {
      const query = queryOf(request.url);
      const isPreflight = request.method === 'OPTIONS';
      switch (pathOf(request.url)) {
        case '/secure/orders':
          return sendEmpty(response, 301, {
            Location: `${site.originOf('selfSigned')}/secure/orders${query}`,
          });
        case '/intranet/orders':
          return sendEmpty(response, 302, {
            Location: `${partner}/oauth2/authorize?client_id=intranet&state=${query.replace('?', '')}`,
          });
        case '/eu/orders':
          return sendEmpty(response, 308, { ...anyOrigin, Location: `${partner}/eu/orders${query}` });
        case '/maintenance/orders':
          return sendEmpty(response, 307, {
            ...anyOrigin,
            Location: `${site.originOf('gateway')}/status/maintenance.html${query}`,
          });
        case '/silent/orders':
          return sendEmpty(response, 302, { Location: `${partner}/public/orders${query}` });
        case '/moved/orders':
          return sendEmpty(response, 302, { ...anyOrigin, Location: `${partner}/orders${query}` });
        case '/reports':
          return sendEmpty(response, 302, { ...anyOrigin, Location: `${withUser}/public/orders${query}` });
        case '/v1/orders':
          if (isPreflight) {
            return sendEmpty(response, 204, { ...anyOrigin, 'Access-Control-Allow-Headers': 'Content-Type' });
          }
          return sendEmpty(response, 307, { ...anyOrigin, Location: `${partner}/orders${query}` });
        default:
          return sendJson(response, 404, { error: 'not found' });
      }
    };
  },
};
