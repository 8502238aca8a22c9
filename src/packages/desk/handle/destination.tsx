import type { ReactNode } from 'react';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Row } from '@/components/row';
import { PlacePicker } from '@/components/village-picker';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { ActInput } from './act-input';

/** ORG-02: one is responsible, others may assist; the contract takes at most five. */
const MOST_ASSISTANTS = 5;

interface DestinationProps {
  readonly issueId: string;
  readonly input: ActInput;
  readonly onChange: (change: Partial<ActInput>) => void;
  readonly assistants: boolean;
}

/**
 * Whom a town's desk sends the matter to, and who helps (EVT-07, ORG-02). Whoever answers for it is chosen from a list that
 * stands open: a wheel that has not come to rest could send a matter to another department.
 */
export function Destination({ issueId, input, onChange, assistants }: DestinationProps): ReactNode {
  const page = usePageData(`destinations:${issueId}`, () => api.issues.destinations({ issueId }), { keep: false });
  if (page.state === 'error' || page.state === 'offline') return <Note tone="bad" icon="alert">能派给谁没读到，网好了再派。</Note>;
  const places = (page.data?.items ?? []).map(({ post, name }) => ({ code: post, name }));
  const free = places.filter(({ code }) => code !== input.to && !input.assistants.includes(code));
  return (
    <>
      <Field label="谁来办" {...(assistants ? {} : { optional: '不选就由镇上先收回' })}>
        {page.data === undefined ? <Note tone="plain" icon="clock">正在拿名单…</Note> : (
          <Options
            label="谁来办"
            layout="two"
            options={places.map(({ code, name }) => ({ value: code, title: name }))}
            value={input.to}
            onChange={(to) => onChange({ to, assistants: input.assistants.filter((post) => post !== to) })}
          />
        )}
      </Field>
      {assistants && input.to !== undefined ? (
        <Field label="谁协助" optional="没有也行">
          {input.assistants.length === 0 ? null : (
            <Card flush>
              {input.assistants.map((post) => (
                <Row key={post} title={places.find(({ code }) => code === post)?.name ?? post} end="去掉" onTap={() => onChange({ assistants: input.assistants.filter((other) => other !== post) })} />
              ))}
            </Card>
          )}
          {input.assistants.length >= MOST_ASSISTANTS ? null : (
            <PlacePicker label="加一个协助的" places={free} chosen={undefined} onChange={({ code }) => onChange({ assistants: [...input.assistants, code] })} />
          )}
        </Field>
      ) : null}
    </>
  );
}
