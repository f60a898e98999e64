import type { FrameId } from '@asylia/security';
import { isPlacebo } from '@asylia/security';
import type { ReportTable, ShownEstimand, ThreatContext } from '@asylia/view';
import { matrixChart, matrixRows, say as sayOfReport } from '@asylia/view';
import { inSentence } from '@asylia/words';
import { memo, useMemo } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { useTexts } from '../../texts.ts';

/** The matrix as a picture, with the table behind it. */
export const MatrixPicture = memo(function MatrixPicture({
  context,
  frame,
  estimand,
}: {
  readonly context: ThreatContext;
  readonly frame: FrameId;
  readonly estimand: ShownEstimand;
}) {
  const { say, pair, listed, render } = useTexts();
  const { picture, title, summary, table } = useMemo(
    () =>
      render(() => {
        const { threat, first } = context;
        const { id, title: name } = threat.theories[0]!;
        const drawn = sayOfReport('threat.figure.matrix', { id, title: name });
        const sources = listed(
          threat.factors
            .filter((factor) => !isPlacebo(factor))
            .map((factor) => pair(factor.code, inSentence(factor.title))),
        );
        const columns = [
          say('threat.head.object'),
          say('threat.head.measure'),
          say('threat.head.unit'),
          say('threat.head.level'),
          ...threat.factors.map((factor) => factor.code),
        ];
        const shown: ReportTable = {
          id: `matrix-${first}-${frame}-${estimand}`,
          title: `${drawn} (${say(`threat.estimand.${estimand}`)})`,
          columns,
          rows: matrixRows(context, first, frame, estimand).flatMap((group) =>
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
          picture: matrixChart(context, first, drawn, frame, estimand),
          title: shown.title,
          summary: `${sayOfReport('threat.figure.matrix.note')} ${sources}.`,
          table: shown,
        };
      }),
    [context, frame, estimand, say, render, pair, listed],
  );
  return (
    <Figure id="threat-matrix" title={title} picture={picture} summary={summary} table={table} />
  );
});
