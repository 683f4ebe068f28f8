/** Texts that a caller, a webhook or a flow's author can put into a session. What runs among them calls `canary`. */
export const hostileTexts: readonly string[] = [
  // Markup that runs
  '<script>canary(1)</script>',
  '"><script>canary(2)</script>',
  '</pre></div><img src=x onerror=canary(3)>',
  '<svg onload=canary(4)><animate onbegin=canary(5) attributeName=x dur=1s>',
  '<svg><script href="data:text/javascript,canary(6)"/></svg>',
  '<iframe srcdoc="<script>parent.canary(7)</script>"></iframe>',
  '<object data="data:text/html,<script>opener.canary(8)</script>"></object><embed src="https://evil.test/e.swf">',
  '<style>*{background:url(//evil.test/a.png)}</style><link rel=stylesheet href=//evil.test/a.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.test/"><base href="https://evil.test/">',
  '<form action="https://evil.test/"><input name=a autofocus onfocus=canary(9)><button formaction=javascript:canary(10)>',
  '<details open ontoggle=canary(11)><summary>x</summary></details><video><source onerror=canary(12)></video>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=canary(13)&gt;">',
  "' onmouseover=canary(14) autofocus onfocus=canary(15) style='background:url(//evil.test/b.png)' x='",
  '" onmouseover="canary(16)" style="background:url(//evil.test/c.png)" x="',
  '<vscode-button appearance="icon" onclick="canary(17)">x</vscode-button>',
  '&lt;img src=x onerror=canary(18)&gt; &#60;script&#62;canary(19)&#60;/script&#62;',
  // Addresses
  'javascript:canary(20)',
  'JaVaScRiPt\t:canary(21)//https://orders.example.com',
  'data:text/html,<script>canary(22)</script>',
  'https://evil.test/%0d%0aSet-Cookie:a=b?q=`${canary(23)}`',
  '//evil.test/protocol-relative',
  'command:workbench.action.terminal.new?%5B%22x%22%5D',
  'vscode://evil.test/run?token=1',
  'file:///etc/passwd',
  // Templates
  '${canary(24)} ${7*7} #{7*7} {{7*7}} {{constructor.constructor("canary(25)")()}} <%= 7*7 %>',
  '<!--?lit$123456789$--><?lit$123456789$> {{lit-123456789}} $lit$ <!---->',
  '`${canary(26)}`',
  'url(//evil.test/d.png) ; background: url("//evil.test/e.png"); } * { display: none',
  'height: 100000px; position: fixed; inset: 0',
  // Text that is not what it looks like
  'invoice\u202Egpj.exe and \u2066isolated\u2069 \u202Dforced\u202C',
  'zero\u200Bwidth\u200C \u200Djoined\uFEFF \u00ADsoft',
  'null\u0000 bell\u0007 back\u0008 del\u007F c1\u0085 \u2028line\u2029paragraph',
  'lone \uD800 high, lone \uDC00 low, \uFFFF no character',
  '\u001B[31mred\u001B[0m \u001B]8;;https://evil.test\u0007link\u001B]8;;\u0007 \u001B[2J',
  'שלום <b>עולם</b> AB-48213 123-456، مرحبا بالعالم (test) [x]',
  `Z\u0338a\u0335lgo ${'\u0301'.repeat(200)} 👩‍👩‍👧‍👦🏳️‍🌈`,
  'line one\nline two\r\n\r\n\ttabbed\u000Bvertical\u000Cfeed',
  // Markdown
  '[click](javascript:canary(27)) ![pixel](https://evil.test/p.png) <https://evil.test/auto>',
  '# heading\n\n- item\n\n> quote\n\n```\nfence\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n    code',
  '**bold** _em_ ~~strike~~ `code` \\`escaped\\` <br> [ref]: https://evil.test "t"',
  '``` ` `` ``````',
  // Names of things that every object has
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  // Values
  '1e400',
  '-0',
  'NaN',
  '99999999999999999999999999999999',
  '{"a":1e400,"b":1,"a":2}',
  '{"open": [1, 2, ',
  '%s %n %d %00 $(reboot) ; rm -rf / | cat',
  "=cmd|' /C calc'!A0",
  '../../../../etc/passwd',
  '\\\\evil.test\\share',
  '',
  ' ',
];

/** A line of a million characters. */
export const endlessLine = 'endless '.repeat(125_000);

/** JSON of lists within lists, as a text. */
export function deepJson(levels: number): string {
  return `${'['.repeat(levels)}"bottom"${']'.repeat(levels)}`;
}
