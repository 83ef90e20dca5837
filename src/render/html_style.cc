// The style sheet of the page: light and dark, contrast of 4.5 to 1 or more for every text.
#include "render/html.h"

namespace tally {
namespace {

constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--sheet:#ffffff;--ink:#1d1f24;--soft:#585d68;--rule:#d9d6cd;--grid:#e7e4db;--link:#174f9c;
--fails:#a3161d;--fails-bg:#fdecea;--depends:#8a4b00;--depends-bg:#fff3df;--open:#3a4a9f;--open-bg:#ecefff;--holds:#1c6434;--holds-bg:#e6f4ea;
--mark:#ffeeb5;--target:#ffcf5c;--run:#5b6f95;--point:#174f9c}
@media (prefers-color-scheme:dark){:root{--paper:#15171b;--sheet:#1d2026;--ink:#e9e8e4;--soft:#a9adb7;--rule:#3a3f49;--grid:#2b2f38;--link:#8fb8ff;
--fails:#ff9a94;--fails-bg:#3a1d1e;--depends:#ffc16b;--depends-bg:#36280f;--open:#b6c0ff;--open-bg:#232947;--holds:#86d8a0;--holds-bg:#173022;
--mark:#4a3f14;--target:#7a5c00;--run:#8394b8;--point:#8fb8ff}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Charter,"Bitstream Charter","Source Serif 4",Georgia,serif}
header,main{max-width:54rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
h1{font-size:2.1rem;line-height:1.15;margin:0 0 1rem;letter-spacing:-.01em}
h2{font-size:1.4rem;margin:3rem 0 1rem;padding-bottom:.35rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.1rem;margin:0 0 .5rem}
h4{font-size:1.05rem;font-weight:600;margin:0 0 .6rem;line-height:1.4}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem 1rem}
.aside,.tick,.legend,nav,caption,th[scope=col],.badge,.standing,.count,.tiles,.read,.when,footer,summary,.against{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
.aside,caption,footer,.against{color:var(--soft);font-size:.85rem}
.aside code{font-size:.8rem}
.tiles{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0;margin:0 0 1.25rem}
.tiles a{display:block;padding:.55rem .9rem;border-radius:.5rem;text-decoration:none;font-size:.9rem;border:1px solid currentColor}
.tiles b{font-size:1.35rem;display:block;line-height:1.1}
.tiles .fails a{color:var(--fails);background:var(--fails-bg)}
.tiles .depends a{color:var(--depends);background:var(--depends-bg)}
.tiles .cannot-tell a,.tiles .explained a{color:var(--open);background:var(--open-bg)}
.tiles .holds a{color:var(--holds);background:var(--holds-bg)}
nav ul{display:flex;flex-wrap:wrap;gap:1.2rem;list-style:none;padding:0;margin:0 0 .5rem;font-size:.95rem}
.badge{display:inline-block;font-size:.78rem;font-weight:600;padding:.08rem .5rem;border-radius:1rem;white-space:nowrap;vertical-align:.08em;margin-right:.35rem}
.badge.fails{color:var(--fails);background:var(--fails-bg)}
.badge.depends{color:var(--depends);background:var(--depends-bg)}
.badge.cannot-tell,.badge.explained{color:var(--open);background:var(--open-bg)}
.badge.holds{color:var(--holds);background:var(--holds-bg)}
details.verdict{margin:0 0 1rem}
summary{cursor:pointer;padding:.25rem 0}
summary h3{display:inline;font-size:1rem}
.count{color:var(--soft);font-weight:400}
.finding{background:var(--sheet);border:1px solid var(--rule);border-left:5px solid var(--open);border-radius:.35rem;padding:.9rem 1.1rem;margin:.75rem 0}
.finding.fails{border-left-color:var(--fails)}
.finding.depends{border-left-color:var(--depends)}
.finding.holds{border-left-color:var(--holds)}
.finding .aside{margin:.6rem 0 0}
blockquote{margin:.5rem 0;padding:0 0 0 .9rem;border-left:3px solid var(--rule)}
blockquote p{margin:0}
.against{margin:.6rem 0 0}
.words{background:var(--mark);color:inherit;text-decoration-thickness:1px;text-underline-offset:3px;border-radius:2px}
.series{background:var(--sheet);border:1px solid var(--rule);border-radius:.35rem;padding:1.1rem 1.2rem;margin:0 0 1.25rem}
figure{margin:0;overflow-x:auto}
.chart{display:block;width:100%;min-width:40rem;height:auto}
.grid{stroke:var(--grid);stroke-width:1}
.tick{fill:var(--soft);font-size:12px}
.run{fill:none;stroke:var(--run);stroke-width:1.5;stroke-linejoin:round}
.run.gap{stroke-dasharray:3 5}
.mark{fill:none;stroke:var(--point);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.mark .reach{fill:transparent;stroke:none}
.mark.ring circle:not(.reach),.mark.twin circle:not(.reach):not(.core){fill:var(--sheet)}
.mark.dot circle:not(.reach),.mark .core,.mark .body{fill:var(--point)}
.mark.square rect{fill:var(--depends)}
.mark.square{stroke:var(--depends)}
.mark.diamond path{fill:var(--fails)}
.mark.diamond,.mark.cross{stroke:var(--fails)}
.mark.approximate circle:not(.reach){stroke-dasharray:3 3}
a.mark:focus-visible{outline:none}
a.mark:focus-visible .reach,a.mark:hover .reach{stroke:var(--link);stroke-width:2}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;list-style:none;margin:.1rem 0 .8rem;padding:0;font-size:.82rem;color:var(--soft)}
.legend li{display:flex;align-items:center;gap:.3rem}
.legend svg{width:15px;height:20px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.92rem}
caption{text-align:left;padding:0 0 .35rem}
th,td{text-align:left;padding:.32rem .7rem .32rem 0;border-top:1px solid var(--grid);vertical-align:top;font-weight:400}
th[scope=col]{color:var(--soft);font-size:.8rem;border-top:0}
.number{text-align:right;padding-right:1.2rem;white-space:nowrap}
tbody th{white-space:nowrap}
.lone tbody th{white-space:normal}
.standing{font-size:.8rem;white-space:nowrap}
.standing.disputed,.standing.set-aside{color:var(--fails);font-weight:600}
.standing.revised{color:var(--depends);font-weight:600}
.standing.agreed{color:var(--holds);font-weight:600}
.rival{color:var(--soft);font-size:.85rem}
.line{list-style:none;margin:0;padding:0}
.line li{display:grid;grid-template-columns:8.5rem 1fr;gap:0 1.4rem}
.when{margin:0;text-align:right;color:var(--soft);font-size:.88rem;padding-top:.12rem}
.what{border-left:2px solid var(--rule);padding:0 0 1.3rem 1.4rem;position:relative}
.what::before{content:"";position:absolute;left:-7px;top:.42rem;width:8px;height:8px;border-radius:50%;background:var(--sheet);border:2px solid var(--point)}
.what h3,.what p{margin:0 0 .15rem}
.what h3::first-letter,.series h3::first-letter{text-transform:uppercase}
.report{margin:0 0 2.2rem}
.passage{padding:.45rem 0;border-top:1px solid var(--grid)}
.passage p{margin:0}
mark{background:var(--mark);color:inherit;border-radius:2px}
mark :target{background:var(--target);outline:2px solid var(--target)}
article:target,li:target,section:target{outline:2px solid var(--target);outline-offset:6px}
.read{list-style:none;margin:.2rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem .9rem;font-size:.8rem}
.read a{color:var(--soft);text-decoration:none}
.read a:hover,.read a:focus-visible{text-decoration:underline}
#how{color:var(--soft);font-size:.92rem;padding-bottom:4rem}
@media (max-width:36rem){.line li{grid-template-columns:1fr}.when{text-align:left}.what{padding-left:1rem}h1{font-size:1.6rem}.series{padding:.9rem}
table{font-size:.86rem}th,td{padding-right:.5rem}.number{padding-right:.7rem}.sources{min-width:9rem}}
@media print{details:not([open])>*{display:block}.skip,nav{display:none}body{background:#fff}}
)css";

}  // namespace

std::string_view style_sheet() {
  return kStyle;
}

}  // namespace tally
