import { has, platformsOf } from '../platform.ts';

export const LOAD_BALANCERS = platformsOf('load-balancer', [
  {
    id: 'aws-elb',
    name: 'AWS Elastic Load Balancing',
    marks: [[has('server', /^awselb\//i)], [has('set-cookie', /(?:^|[\n,] ?)AWSALB(?:CORS|TG|TGCORS)?=/)]],
    made: [{ sign: [has('server', /^awselb\//i)], confidence: 'certain' }],
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
  },
]);
