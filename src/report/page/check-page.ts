/**
 * `controleer.html`: a page that checks the files of a package against its seal, in the browser and without a network. The
 * same bytes in every package, so that one may keep a copy of one's own and trust that one.
 */
import { createHash } from 'node:crypto';
import { CHECK_PAGE_SCRIPT } from './check-page-script.js';

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
textarea{width:100%;height:7rem;font:13px/1.4 ui-monospace,monospace}
#outcome{font-weight:700;padding:.6rem .8rem;border-left:.4rem solid #767676;background:#f2f2f2;min-height:1.5rem}
#outcome.holds{border-color:#14633a}#outcome.not{border-color:#a4161a}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:13px}label{display:block;margin:.8rem 0 .2rem;font-weight:600}
input:focus-visible,textarea:focus-visible{outline:3px solid #154273}
`;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/** @returns the whole page */
export function checkPage(): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(CHECK_PAGE_SCRIPT)}'`,
    `style-src 'sha256-${digest(STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="nl">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ketentest: een rapport controleren</title>
<style>${STYLE}</style>
<main>
<h1>Een rapport controleren</h1>
<p>Deze pagina controleert het zegel van een rapport van Ketentest. Er gaat niets over het netwerk. Vraag de ondertekenaar langs
een andere weg om zijn openbare sleutel: de map zelf kan niet zeggen wie u moet vertrouwen, deze pagina evenmin. Wie haar niet
vertrouwt neemt <code>ketentest verify</code>, het losse programma of openssl.</p>
<p lang="en">This page checks the seal of a report of Ketentest. Nothing goes over the network. Ask the signer for the public key by
another way: the folder itself cannot tell whom you should trust, and neither can this page. Who does not trust it uses
<code>ketentest verify</code>, the stand-alone program or openssl.</p>
<label for="key">Openbare sleutel <span lang="en">(public key)</span>, PEM</label>
<textarea id="key" spellcheck="false" placeholder="-----BEGIN PUBLIC KEY-----"></textarea>
<label for="keyfile">of uit een bestand <span lang="en">(or from a file)</span></label>
<input id="keyfile" type="file" accept=".pem,.pub,.txt">
<label for="files">Map van het rapport <span lang="en">(folder of the report)</span>; slepen mag ook <span lang="en">(or drop it here)</span></label>
<input id="files" type="file" webkitdirectory multiple>
<h2>Uitkomst <span lang="en">(outcome)</span></h2>
<p id="outcome" role="status" aria-live="polite"></p>
<ul id="problems"></ul>
<pre id="says"></pre>
</main>
<script>${CHECK_PAGE_SCRIPT}</script>
</html>
`;
}
