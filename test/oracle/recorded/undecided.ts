import type { View } from './exchange-of-case.ts';

/** Recorded cases in which something can't be told from what an extension sees, and why. */
export interface Undecided {
  readonly reason: string;
  /** `told`: all possibilities are told, and what each hangs on. `hidden`: what decided leaves no trace. */
  readonly kind: 'told' | 'hidden';
  readonly cases: readonly { readonly seen: `${'chromium' | 'firefox'}, ${View}`; readonly ids: string }[];
}

/** Case by case. Whatever isn't listed here has to be exactly what the browser did, in every field. */
export const UNDECIDED: readonly Undecided[] = [
  {
    reason:
      'The credentials mode decides, and nothing shows it: Chromium never sent the request that would have told, and Firefox reports a small refused response as completed. Both branches are told; the one of the mode that the request had is exactly what the browser did.',
    kind: 'told',
    cases: [
      {
        seen: 'chromium, web-request',
        ids: `
          acam-0020 acam-0032 acam-0044 acam-0046 acam-0048 acam-0053 acam-0062 acam-0070 acam-0081 acam-0097
          acam-0113 acam-0115 acam-0116 acam-0118 acam-0124 acam-0137 acam-0191 acam-0201 acam-0235 acam-0249
          acam-0253 acam-0259 acam-0266 acam-0269 acam-0293 acam-0343 acam-0348 acam-0367 acam-0373 acam-0375
          acam-0405 acam-0406 acam-0418 acah-0015 acah-0027 acah-0032 acah-0060 acah-0074 acah-0102 acah-0113
          acah-0130 acah-0133 acah-0135 acah-0139 acah-0152 acah-0156 acah-0177 acah-0184 acah-0186 acah-0193
          acah-0206 acah-0230 acah-0263 acah-0267 acah-0310 acah-0314 acah-0315 acah-0317 acah-0318 acah-0354
          acah-0372 acah-0382 acah-0400 acah-0410 acah-0425 acah-0433 acah-0450 acah-0463 pfstatus-0040
          pfstatus-0099 pfstatus-0129 pfstatus-0130 pfstatus-0132 pfstatus-0157 pfstatus-0181 pfstatus-0185
          pfstatus-0197 pfstatus-0205 pfstatus-0213 pfstatus-0217 pfstatus-0221 pfstatus-0233 pfstatus-0237
          pfstatus-0245 pfstatus-0249 pfstatus-0253 pfstatus-0257 order-0036 order-0038 order-0040 order-0042
          order-0048 order-0050 order-0053 order-0056 order-0064 order-0090 order-0095 reqname-0065
          reqname-0077 reqname-0084 reqname-0114 reqname-0120 method-0019 method-0022 method-0030 method-0061
          method-0078 method-0083 method-0086 method-0118 method-0136 method-0168 random-0128 random-0141
          random-0170 random-0200 random-0256 random-0275 random-0404 random-0446 random-0634 random-0716
          random-0731 random-0747 random-0807 random-0842 random-0844 random-0959 random-0970 random-0976
          random-1002
        `,
      },
      {
        seen: 'firefox, web-request',
        ids: `
          origins-0133 origins-0169 origins-0171 creds-0054 creds-0055 creds-0058 creds-0061 creds-0062
          creds-0076 redirect-0193 random-0487
        `,
      },
    ],
  },
  {
    reason:
      "Several request headers aren't allowed. Chromium names the first in the order of its own hash table; each is told.",
    kind: 'told',
    cases: [
      {
        seen: 'chromium, web-request',
        ids: `
          acah-0085 acah-0091 acah-0099 acah-0101 acah-0104 acah-0197 acah-0292 acah-0299 acah-0305 acah-0328
          acah-0399 acah-0405 acah-0420 acah-0424 acah-0426
        `,
      },
    ],
  },
  {
    reason:
      "Chromium's words name IP address spaces, or what the page stated with targetAddressSpace; webRequest shows neither. Each is told.",
    kind: 'told',
    cases: [
      {
        seen: 'chromium, web-request',
        ids: `
          lna2-0002 lna2-0034 lna2-0037 lna2-0040
        `,
      },
    ],
  },
  {
    reason:
      'webRequest in Firefox joins header lines with a comma and a space, which a server may have written itself. Blocked either way, with two keys; both are told, and the raw lines decide.',
    kind: 'told',
    cases: [
      {
        seen: 'firefox, web-request',
        ids: `
          acao-0164 acao-0167 acao-0246 acao-0255 acao-0281 acao-0292 acao-0296 acao-0297 acao-0299 acao-0300
          acao-0301 acao-0302 acao-0303 acao-0310 acao-0311 acao-0312 acao-0315 acao-0330 acao-0339 acao-0342
          acao-0343 acao-0344 opaque-0072 opaque-0106 opaque-0109 opaque-0126 opaque-0128 opaque-0141
          order-0129 order-0133 order-0137 order-0138 order-0140 order-0142 order-0143 order-0149 order-0151
          order-0152 order-0153 order-0157 element-0006 element-0030 element-0054 element-0070 element-0078
          element-0086 random-0077 random-0114 random-0192 random-0245 random-0363 random-0427 random-0490
          random-0505 random-0559 random-0625 random-0641 random-0689 random-0721 random-0763 random-0953
        `,
      },
      {
        seen: 'firefox, resource-timing',
        ids: `
          acao-0164 acao-0167 acao-0246 acao-0255 acao-0281 acao-0292 acao-0296 acao-0297 acao-0299 acao-0300
          acao-0301 acao-0302 acao-0303 acao-0310 acao-0311 acao-0312 acao-0315 acao-0330 acao-0339 acao-0342
          acao-0343 acao-0344 opaque-0072 opaque-0106 opaque-0109 opaque-0126 opaque-0128 opaque-0141
          order-0129 order-0133 order-0137 order-0138 order-0140 order-0142 order-0143 order-0149 order-0151
          order-0152 order-0153 order-0157 element-0006 element-0030 element-0054 element-0070 element-0078
          element-0086 random-0077 random-0114 random-0192 random-0245 random-0363 random-0427 random-0490
          random-0505 random-0559 random-0625 random-0641 random-0689 random-0721 random-0763 random-0953
        `,
      },
    ],
  },
  {
    reason:
      'Firefox refuses a second, empty Access-Control-Allow-Origin line, and leaves it out of what it shows to extensions; only the raw lines have it.',
    kind: 'hidden',
    cases: [
      {
        seen: 'firefox, web-request',
        ids: `
          acao-0319 acao-0320 acao-0324 acao-0325 acao-0333 acao-0338 opaque-0134 opaque-0136 random-0707
        `,
      },
      {
        seen: 'firefox, resource-timing',
        ids: `
          acao-0319 acao-0320 acao-0324 acao-0325 acao-0333 acao-0338 opaque-0134 opaque-0136 random-0707
        `,
      },
    ],
  },
  {
    reason:
      'The recording lacks the first of the two messages that Firefox prints for a redirected preflight. Asked sixteen times more, with this page, target and answer and others like them, it printed both each time.',
    kind: 'hidden',
    cases: [
      {
        seen: 'firefox, web-request',
        ids: `
          random-0712
        `,
      },
      {
        seen: 'firefox, resource-timing',
        ids: `
          random-0712
        `,
      },
      {
        seen: 'firefox, raw-lines',
        ids: `
          random-0712
        `,
      },
    ],
  },
];

/** The listed cases of one view, each with its kind. */
export function undecidedIn(
  seen: Undecided['cases'][number]['seen'],
): ReadonlyMap<string, Undecided['kind']> {
  const listed = UNDECIDED.flatMap(({ kind, cases }) =>
    cases
      .filter((each) => each.seen === seen)
      .flatMap(({ ids }) => ids.split(/\s+/).filter(Boolean))
      .map((id) => [id, kind] as const),
  );
  return new Map(listed);
}
