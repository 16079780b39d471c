"""How the page looks on screen and when it is printed."""

from __future__ import annotations

from appraiser.paper import palette
from appraiser.paper.logo import CLEAR

STYLE = f"""
:root {{ color-scheme: light; }}
body {{ margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; color: {palette.INK};
  background: #fff; font: 1.125rem/1.5 "Source Sans 3", "Source Sans Pro", "Segoe UI", Arial,
  sans-serif; }}
h1 {{ font-size: 2rem; line-height: 1.2; margin: .25rem 0 1rem; }}
h2 {{ font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .75rem; color: {palette.STRONG}; }}
h3 {{ font-size: 1.2rem; margin: 1.75rem 0 .5rem; }}
a {{ color: {palette.ACCENT}; }}
.logo {{ float: right; margin: 0 0 {CLEAR:g}mm {CLEAR:g}mm; background: #fff; }}
header .notice, header dl {{ clear: right; }}
.trust {{ color: {palette.STRONG}; font-weight: 600; margin: 0; }}
.notice {{ background: {palette.WATCH_TINT}; border-left: 4px solid {palette.WATCH};
  padding: .5rem 1rem; margin: 1rem 0; }}
.ask {{ background: {palette.TINT}; border-left: 4px solid {palette.ACCENT};
  padding: .75rem 1rem; margin: 1rem 0; }}
.ask p {{ font-weight: 600; margin: 0; }}
.ask ol {{ list-style: lower-alpha; margin: .5rem 0 0; }}
dl {{ display: grid; grid-template-columns: minmax(9rem, 1fr) 3fr; gap: .35rem 1rem; }}
dt {{ font-weight: 600; color: {palette.MUTED}; }}
dd {{ margin: 0; overflow-wrap: anywhere; }}
p, li, td, th {{ overflow-wrap: anywhere; }}
p.numbered {{ display: grid; grid-template-columns: 3.25rem 1fr; margin: .6rem 0; }}
p.numbered > .number {{ color: {palette.MUTED}; }}
.wide {{ overflow-x: auto; margin: 1rem 0 1.5rem; }}
table {{ border-collapse: collapse; width: 100%; font-size: 1rem; line-height: 1.35; }}
caption {{ text-align: left; font-weight: 600; padding-bottom: .35rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .35rem .5rem;
  border-bottom: 1px solid {palette.LINE}; }}
thead th {{ background: {palette.TINT}; border-bottom: 2px solid {palette.INK};
  vertical-align: bottom; }}
tbody th {{ font-weight: 400; }}
tbody th > b:first-child {{ font-weight: 600; }}
tr.sum > * {{ font-weight: 600; border-top: 2px solid {palette.INK}; }}
.end {{ text-align: right; }}
figure {{ margin: 1.25rem 0; }}
figcaption {{ font-weight: 600; margin-bottom: .5rem; }}
svg {{ max-width: 100%; height: auto; }}
footer {{ margin-top: 3rem; border-top: 1px solid {palette.LINE}; color: {palette.MUTED}; }}
@media print {{ body {{ max-width: none; padding: 0; font-size: 12pt; }} nav {{ display: none; }}
  h2, h3, caption, figcaption {{ break-after: avoid; }} tr, figure {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }} }}
"""
