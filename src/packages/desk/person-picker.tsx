import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Field, Input } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import type { PersonRow } from '@/services/views';
import { homeWords } from './home-words';

/** After the last letter, so that each letter is not a question of its own. */
const PAUSE_MS = 500;

interface PersonPickerProps {
  readonly label: string;
  readonly hint?: string;
  readonly village: string;
  /** Only within this grid: a head sees no further than their own. */
  readonly grid?: string | undefined;
  readonly chosen?: string | undefined;
  readonly onPick: (person: PersonRow) => void;
  /** Without a name all are listed; otherwise nothing is until one letter of a name is there. */
  readonly listAll?: boolean;
}

/** Finds a person by the beginning of their name. What was looked for is on record, so nothing is looked for by itself. */
export function PersonPicker({ label, hint, village, grid, chosen, onPick, listAll = false }: PersonPickerProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <>
      <Field label={label} {...(hint === undefined ? {} : { hint })}>
        <Input label={label} value={typed} onInput={setTyped} maxLength={20} placeholder="从姓写起" />
      </Field>
      {name === '' && !listAll ? null : <Found village={village} grid={grid} name={name} chosen={chosen} onPick={onPick} />}
    </>
  );
}

function Found({ village, grid, name, chosen, onPick }: Pick<PersonPickerProps, 'village' | 'grid' | 'chosen' | 'onPick'> & { readonly name: string }): ReactNode {
  const list = usePages(`people:${grid ?? village}:${name}`, ({ after }) => api.people.search({
    village,
    ...(name === '' ? {} : { name }),
    ...(grid === undefined ? {} : { grid }),
    ...(after === undefined ? {} : { after }),
  }), { keep: false });
  const { items, hasMore, loadingMore, more } = list;
  const nobodyYet = items.length === 0 && hasMore && !loadingMore;
  useEffect(() => {
    // A page may hold nobody of that name while a later one does.
    if (nobodyYet) void more();
  }, [nobodyYet, more]);
  const found = items.filter(({ status }) => status === 'ACTIVE');
  return (
    <Loaded page={list.first} isEmpty={() => items.length === 0 && !hasMore} empty={{ title: '没找到', line: '看看姓和名的字对不对。名册上没有的，先请值班员加上。', icon: 'search' }}>
      {() => (
        <>
          <Card flush>
            {found.map((person) => (
              <Row
                key={person.id}
                icon="me"
                tone="plain"
                title={person.name}
                line={whereOf(person)}
                end={person.id === chosen ? <Chip tone="go" icon="check" text="就是他" /> : undefined}
                onTap={() => onPick(person)}
              />
            ))}
          </Card>
          {hasMore ? <Button wide text="再往下找" busy={loadingMore ? '正在找…' : undefined} onTap={() => void more()} /> : null}
        </>
      )}
    </Loaded>
  );
}

/** Enough to tell two people of one name apart, and no more. */
export function whereOf({ gridName, household, age }: PersonRow): string {
  return [gridName, homeWords(household), `${age} 岁`].filter((part) => part !== '').join('，');
}
