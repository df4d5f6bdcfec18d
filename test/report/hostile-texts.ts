/** Texts that a hostile product could send, the same ones for the same seed. */

const RUN = 'window.hit=1';
const AWAY = 'http://192.0.2.1/';

const PIECES: readonly string[] = [
  ...[`<script>${RUN}</script>`, `</script><script>${RUN}</script>`, `</style></title></textarea><script>${RUN}</script>`],
  ...[`"><img src=x onerror=${RUN}>`, `' onmouseover='${RUN}' x='`, `" autofocus onfocus="${RUN}`, `<svg/onload=${RUN}>`],
  ...[`javascript:${RUN}`, `data:text/html,<script>${RUN}</script>`, `<a href="javascript:${RUN}">x</a>`, 'vbscript:x'],
  ...[`<iframe src="${AWAY}">`, `<link rel=stylesheet href="${AWAY}">`, `<base href="${AWAY}">`, `url(${AWAY})`],
  ...[`<meta http-equiv=refresh content="0;url=${AWAY}">`, `<form action="${AWAY}"><button>`, `<object data="${AWAY}">`],
  ...[
    '{{constructor.constructor("window.hit=1")()}}',
    '{{{lookup . "constructor"}}}',
    '{{> summary}}',
    `\${${RUN}}`,
    `<%= ${RUN} %>`,
  ],
  ...['&lt;script&gt;', '&#60;img src=x&#62;', '&amp;amp;', '&notanentity;', ']]>', '<!--', '-->', '<![CDATA[<b>]]>', '<?php ?>'],
  ...[
    '\u{202E}gnp.exe\u{202C}',
    '\u{2066}abc\u{2069}',
    '\u{FEFF}\u{200B}\u{200D}',
    '\u{FFFC}9\u{FFFC}',
    'e\u{301}\u{300}\u{316}',
  ],
  ...[
    '💣👩‍👧',
    '\\u003cscript\\u003e',
    '%3Cscript%3E',
    '\\x3cb\\x3e',
    `';${RUN};//`,
    '`',
    '$&',
    "$'",
    '__proto__',
    'constructor',
  ],
  ...[
    '../../etc/passwd',
    'C:\\x',
    '#f-',
    '?a=b&c=d',
    '-----',
    '||',
    '\t',
    ' ',
    'a'.repeat(9000),
    'é'.repeat(3000),
    '<b>'.repeat(500),
  ],
];

/** @returns a function that gives the next text, of one to four pieces */
export function hostileTexts(seed: number): () => string {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return () => Array.from({ length: 1 + below(4) }, () => PIECES[below(PIECES.length)] ?? '').join('');
}
