/**
 * What every page of ours looks like, whatever is on it: colours in the light and in the dark, letters, headings, links, and what
 * only a screen reader says. Nothing is fetched for it.
 */
export const BASE_STYLES = `
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#fff;--ink:#1c2327;--soft:#586369;--line:#dedad0;--faint:#f1eee6;
--link:#154a7d;--red:#a8201a;--red-bg:#fcecea;--amber:#7a5200;--amber-bg:#fdf3d9;--green:#1f6a3c;--green-bg:#e7f3ea;
--grey:#646b70;--grey-bg:#eceae4;--tag:#53606b;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L","Book Antiqua",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14181b;--card:#1b2024;--ink:#e8e6df;--soft:#a5aeb3;--line:#363d42;--faint:#20262a;
--link:#8fc0f0;--red:#ff9a90;--red-bg:#3a1d1b;--amber:#f0c464;--amber-bg:#35290f;--green:#84d3a0;--green-bg:#16301f;--grey:#a9b1b6;--grey-bg:#2a3035;--tag:#9aa7b1}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);overflow-wrap:anywhere}
main,.top,footer{max-width:78rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
h1,h2,h3,[role=heading]{font-family:var(--serif);font-weight:600;line-height:1.2;margin:0;text-wrap:balance}
h2{font-size:1.65rem}
h2 .num,nav .num{color:var(--soft);font-weight:400}
p{margin:0 0 .6rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
code{font-family:var(--mono);font-size:.86em;unicode-bidi:isolate}
.num{font-variant-numeric:tabular-nums}
.small{font-size:.86rem;color:var(--soft)}
.kicker{font-size:.9rem;color:var(--soft);margin:0}
.intro{color:var(--soft);max-width:46rem}
.visually-hidden,.lang{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem;background:var(--card);padding:.5rem 1rem;z-index:1}
.skip:focus{left:1rem;top:1rem}
`;
