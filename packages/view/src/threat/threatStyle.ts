/** Style of the attribution: harm in reds, relief in blues, each with its mark beside it. */
export const threatStyle = `
figure svg.tall{max-height:none}
@media (min-width:1400px){.page:has(#article-table){max-width:1500px}}main>section>p,main>section>ul{max-width:84ch}
.scroll{position:relative}.scroll.whole{max-height:none}.scroll.whole thead th{position:static}
table.matrix{font-size:.8rem}table.matrix td{padding:5px 6px;vertical-align:top}table.matrix td small{white-space:nowrap}table.matrix th[scope=row]{min-width:140px;font-weight:normal}table.matrix small,.id,.factor{color:var(--soft)}.id,.factor{font-size:.78rem;font-weight:normal}.factor{display:block;max-width:100px}
th.object{padding-top:14px;border-bottom:2px solid var(--soft)}
.harm1{background:#fdeeee}.harm2{background:#fadadb}.harm3{background:#f4bfc2}.relief1{background:#ecf4fc}.relief2{background:#d8e8f8}.relief3{background:#bcd8f2}.zero{color:var(--soft)}table.matrix td[class*=harm] small,table.matrix td[class*=relief] small,table.matrix td.both1 small{color:var(--ink)}
table.gains td{min-width:104px}table.gains td small{white-space:normal}table.claims td{min-width:30px}table.claims.listed td:nth-child(2){min-width:260px}table.claims td:last-child{min-width:190px}table.claims details{margin:0}table.claims summary{padding:0}
.verdict{font-weight:bold;position:relative}.verdict.supported{color:#05568b}.verdict.contradicted{color:#a3122f}.verdict.cannotBeTested{color:var(--soft);font-weight:normal}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.s0{fill:#b41c37}.s1{fill:#ef9aa5}.s2{fill:#044f85}.s3{fill:#589be5}.s4{fill:#b9d7f7}.s5{fill:#6b4e9b}.s6{fill:#c9b8e6}.s7{fill:#7c6f64}.s8{fill:#c8c0b8}
.both1{background:#f0eaf7}.onbar{font:bold 10.5px Lato,"Noto Sans","Noto Sans Arabic",Arial,sans-serif;fill:#10202c;paint-order:stroke;stroke:#fff;stroke-width:2.5px}
@media print{table.matrix{font-size:6.2pt}.id,.factor{font-size:1em}table.matrix td,rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}table.matrix th[scope=row]{min-width:80px}table.matrix td{padding:2px 3px}tr{break-inside:avoid}}
@media screen and (prefers-color-scheme:dark){.harm1{background:#33191d}.harm2{background:#4b2127}.harm3{background:#662a32}.relief1{background:#15273a}.relief2{background:#1a3552}.relief3{background:#20466d}.both1{background:#2d2440}.verdict.supported{color:#8cc7f5}.verdict.contradicted{color:#ff9ba6}.s0{fill:#e0506a}.s2{fill:#5b9fd6}}
`;
