/**
 * All that is never compared, each with its reason. A place is written
 * `case/job/file` for a whole file and `case/job/file:field.of.field` for a field of JSON, a column
 * of a table (`file.csv:column`, `file.xlsx:sheet.column`); indices of lists are left away, and
 * names that follow from what a run is made of are written <id>.
 */
const fields = [
  { where: /:(.*\.)?seconds$/, because: 'a clock' },
  { where: /:(.*\.)?(inputHash|run)$/, because: 'a hash of the inputs and of the version' },
  { where: /:(.*\.)?version$/, because: 'the version of the program' },
  { where: /manifest\.json:(files|parts)\b/, because: 'a hash of a file that is compared itself' },
  { where: /manifest\.json:model$/, because: 'the revision of the model' },
  { where: /:(.*\.)?code$/, because: 'ids are compared as the codes that stand beside them' },
  {
    where: /\/sensitivity[^/]*:figures\.title$/,
    because: 'one list of figures has one title for each; its id is compared',
  },
  {
    where: /factors\.(levers|covers)$/,
    because: 'one field under its former and its present name',
  },
  { where: /\/page\/live-[^/]*:figures$/, because: 'the page now has the figures of compare' },
  { where: /\/page\/open\.json:declared\.list\.acts$/, because: 'a new field' },
  { where: /\/page\/pack\.zip:words\//, because: 'words of a case are files of the case' },
  {
    where:
      /\/page\/sensitivity-[^/]*:figures\.(peak\.\w+\.everyone|(waiting|unsheltered|inside)\.days|unsheltered|irregular|deaths\.violence)$/,
    because: 'figures of the one list that the page did not have',
  },
  {
    where: /\/page\/paired-[^/]*:figures$/,
    because: 'figures stand under their names, and by the one definition of compare and report',
  },
  {
    where:
      /^(two-valleys|hungary)[^/]*\/.*(\/claims\.csv|\.xlsx:claims|\/outcomes\.csv:claims|\.xlsx:outcomes\.claims|:(.*\.)?claim\w*)$/,
    because: 'claims about one crisis are not judged on another',
  },
  { where: /\.sha256$/, because: 'a hash of a file that is compared itself' },
];

/** Of intervals of the threat, which rest on sampled worlds: compared only when asked for. */
const intervals = [
  { where: /\/parts\/<id>\/worlds-[\d-]+\.parquet$/, because: 'the sampled worlds themselves' },
  {
    where:
      /threat[^/]*(\/[^/]+)?:((cells|contributions|remedies|summary\.cells|summary\.remedies)\.)?(low90|high90)$/,
    because: 'ends of intervals of contributions and of effects of remedies',
  },
  { where: /\/page\/threat-[^/]*:intervals/, because: 'ends of intervals, as the page has them' },
  {
    where:
      /threat[^/]*(\/[^/]+)?:((summary\.)?(cells|contributions|runs)\.)?(worlds|sampledWorlds)$/,
    because: 'how many sampled worlds stand behind the intervals',
  },
  { where: /threat[^/]*:(summary\.)?perDraw$/, because: 'sampled worlds for each draw' },
  {
    where: /(Interval|[lL]owError|[hH]ighError|low_error|high_error)$/,
    because: 'intervals, and the errors of their ends',
  },
  {
    where:
      /(threat[^/]*|\.stdout\.json)(:(summary\.)?(intervals|levels)|-tables\/intervals\.csv|\.xlsx:intervals)$/,
    because: 'tables of intervals alone, and the list of levels, which came with them',
  },
  { where: /\/shards-threat\/said-/, because: 'draws are cut into more shards than worlds were' },
  { where: /\/shards-threat\/plan\.json$/, because: 'the plan counts draws' },
  {
    where: /threat[^/]*:(summary\.)?answers\.(leaderStable|stopRule|chanceShare)$/,
    because: 'how sure the leader is over sampled worlds',
  },
  {
    where:
      /threat[^/]*(\/necessity\.csv)?:(summary\.)?((answers\.)?necessity\.)?(pn|pnLow|pnHigh|ps|pn_low|pn_high|ps_given)$/,
    because: 'necessity and sufficiency are counted over sampled worlds',
  },
  { where: /threat[^/]*:(summary\.)?notes$/, because: 'one note says what intervals rest on' },
  {
    where: /\/(run|threat|threat-[^/]+|shards-threat)\/out\/(report|threat)\.html$/,
    because:
      'shows intervals among all else; the page without them is compared where no world was sampled (run-no-threat, expected)',
  },
];

/** What is said in other words: the figures in it are those of the files. */
const reworded = [
  {
    where: /\/expected(-arabic)?\/out\/threat\.html$/,
    because: 'the sentence above the matrix says what the brackets hold; its tables are compared',
  },
];

/** Sentences that say the same in other words. Both sides are compared in the present ones. */
const sentences = [
  {
    was: /\bmost displaced persons in (?=the region\b)/gi,
    is: 'most displaced persons of the persecuted groups in ',
    because: 'the title says whom the figure counts',
  },
  {
    was: /what \w+ does to NEI5\.\w+ is not computed/g,
    is: 'the neighbour that the check is about is not in this case',
    because: 'a crisis without that neighbour names none of another crisis',
  },
  {
    was: /the war over Kosovo itself/g,
    is: 'the war in the country of origin itself',
    because: 'a measure of every crisis names none',
  },
  {
    was: /^as_it_was$/,
    is: 'baseline',
    because: 'a column of the table of levels is called what the text calls it',
  },
  {
    was: /people of other groups \([^)]*\) were displaced/g,
    is: 'people of other groups were displaced',
    because: 'the report names the groups that are displaced in their turn',
  },
];

/** What a command says while it computes: the figures in it are those of the files. */
const said = [
  {
    where: /\/(run|threat|threat-[^/]+|expected|compare)\/said-\d+\.stdout\.txt$/,
    because: 'the first figures are said as soon as they are there, and again with their bands',
  },
];

/** Lines of the terminal. */
const lines = [
  { where: /^[a-z ]+: \d+ of \d+( \(\d+ %\))?/, because: 'progress, with or without a clock' },
  { where: / finished before and (is|are) used again$/, because: 'progress' },
];
const intervalLines = [
  { where: /^(Intervals rest on|The ends of \d+ intervals) /, because: 'what intervals rest on' },
];

/**
 * Whether a place, or a line of the terminal, is left out.
 * @returns {{ place: (place: string) => boolean, line: (line: string) => boolean }}
 */
export function leavingOut({ withIntervals }) {
  const places = [...fields, ...reworded, ...said, ...(withIntervals ? [] : intervals)];
  const ofTerminal = withIntervals ? lines : [...lines, ...intervalLines];
  const known = new Map();
  return {
    place: (place) => {
      let is = known.get(place);
      if (is === undefined) {
        is = places.some(({ where }) => where.test(place));
        known.set(place, is);
      }
      return is;
    },
    line: (line) => ofTerminal.some(({ where }) => where.test(line)),
  };
}

/** A text in which every sentence of the list above stands in its present words. */
export const inPresentWords = (text) =>
  sentences.reduce((changed, { was, is }) => changed.replace(was, is), text);
