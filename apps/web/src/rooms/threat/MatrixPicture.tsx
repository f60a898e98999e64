import type { FrameId } from '@asylia/security';
import { isPlacebo } from '@asylia/security';
import type { ReportTable, ShownEstimand, ThreatContext } from '@asylia/view';
import { matrixChart, matrixRows } from '@asylia/view';
import { inSentence } from '@asylia/words';
import { memo, useMemo } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { useTexts } from '../../texts.ts';

interface Props {
  readonly context: ThreatContext;
  readonly frame: FrameId;
  readonly estimand: ShownEstimand;
}

/** The matrix as a picture, with the table behind it. */
export const MatrixPicture = memo(({ context, frame, estimand }: Props) => {
  const texts = useTexts();
  const { say, pair, listed } = texts;
  const { picture, title, summary, table } = useMemo(() => {
    const { threat, first } = context;
    const { id, title: name } = threat.theories[0]!;
    const drawn = texts.say('threat.figure.matrix', { id, title: name });
    const sources = listed(
      threat.factors
        .filter((factor) => !isPlacebo(factor))
        .map((factor) => pair(factor.code, inSentence(factor.title))),
    );
    const columns = [
      say('threat.head.object'),
      say('threat.head.measure'),
      say('column.unit'),
      say('threat.head.level'),
      ...threat.factors.map((factor) => factor.code),
    ];
    const shown: ReportTable = {
      id: `matrix-${first}-${frame}-${estimand}`,
      title: `${drawn} (${say(`threat.estimand.${estimand}`)})`,
      columns,
      rows: matrixRows(texts, context, first, frame, estimand).flatMap((group) =>
        group.rows.map((row) => [
          group.title,
          row.name,
          row.unit,
          row.level,
          ...row.cells.map((cell) => cell.value),
        ]),
      ),
    };
    return {
      picture: matrixChart(texts, context, first, drawn, frame, estimand),
      title: shown.title,
      summary: `${texts.say('threat.figure.matrix.note')} ${sources}.`,
      table: shown,
    };
  }, [context, frame, estimand, say, texts, pair, listed]);
  return (
    <Figure id="threat-matrix" title={title} picture={picture} summary={summary} table={table} />
  );
});
