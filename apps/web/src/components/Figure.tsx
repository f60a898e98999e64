import type { ReportTable } from '@asylia/view';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { SaveFigure } from '../take/SaveFigure.tsx';
import { DataTable } from './DataTable.tsx';

interface Props {
  readonly id: string;
  readonly title: string;
  /** An svg element as text, from packages/view; or children. */
  readonly picture?: string;
  readonly children?: ReactNode;
  readonly summary?: string;
  readonly source?: string;
  readonly table?: ReportTable;
  /** Further buttons beside those that save the picture. */
  readonly more?: ReactNode;
  /** Controls that decide what the picture shows. */
  readonly above?: ReactNode;
  /** Whether its signs are told by the key of the room, which a saved picture then takes along. */
  readonly isKeyed?: boolean;
}

/**
 * A chart or a map with everything that belongs to it: title, picture, a summary in words, its
 * source, the table behind it, and buttons to take picture and table away.
 */
export function Figure({
  id,
  title,
  picture,
  children,
  summary,
  source,
  table,
  more,
  above,
  isKeyed,
}: Props) {
  const frame = useRef<HTMLElement>(null);
  return (
    <figure id={id} ref={frame} className="figure">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      {above}
      {picture !== undefined ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by packages/view, which escapes all text of the data
        <div className="picture" dir="ltr" dangerouslySetInnerHTML={{ __html: picture }} />
      ) : (
        <div className="picture" dir="ltr">
          {children}
        </div>
      )}
      {summary && <p className="note">{summary}</p>}
      {source && <p className="source">{source}</p>}
      <SaveFigure id={id} title={title} source={source} frame={frame} isKeyed={isKeyed}>
        {more}
      </SaveFigure>
      {table && <DataTable table={table} />}
    </figure>
  );
}
