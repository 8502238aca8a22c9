import type { ReactNode } from 'react';
import { Card } from '../card';
import { Row } from '../row';

interface PlaceRowProps {
  /** 三组，我家这一片. */
  readonly title: string;
  readonly line?: string;
  /** The reader chose another place than their own grid. */
  readonly changed?: boolean;
  /** Nothing stands there yet: then it is chosen, not changed. */
  readonly empty?: boolean;
  readonly onChange: () => void;
}

/** Where it is: one's own grid unless changed; the phone's location is never asked for by itself. */
export function PlaceRow({ title, line, changed = false, empty = false, onChange }: PlaceRowProps): ReactNode {
  const under = line ?? (changed ? '您改过的地方' : undefined);
  const act = empty ? '选' : '改';
  return (
    <Card flush>
      <Row icon="pin" title={title} {...(under === undefined ? {} : { line: under })} end={act} onTap={onChange} label={[`在哪里：${title}`, under, act].filter(Boolean).join('，')} />
    </Card>
  );
}
