import { useState, type ReactNode } from 'react';
import { Field, Input } from '@/components/field';
import { Options } from '@/components/options';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { FormPage, type FormProps } from './form-page';

const FIELDS = [
  { key: 'name', label: '站名', needed: true },
  { key: 'address', label: '在哪里', needed: true },
  { key: 'hours', label: '什么时候开门', needed: true },
  { key: 'phone', label: '电话', needed: false },
  { key: 'duty', label: '谁值班', needed: false },
] as const;

const NEW = 'NEW';
const EMPTY = { name: '', address: '', hours: '', phone: '', duty: '' };

/** A station: address, hours, phone and who is on duty; a new one, or what has changed of one (DEP-02). */
export function EnterStation({ town, directory, onDone }: FormProps): ReactNode {
  const stations = directory?.stations ?? [];
  const [which, setWhich] = useState(NEW);
  const [values, setValues] = useState(EMPTY);
  const save = useAct((requestId, { stationId, phone, duty, ...needed }: typeof values & { readonly stationId?: string }) => api.deputies.saveStation({ requestId, town, ...needed, ...(stationId === undefined ? {} : { stationId }), ...(phone === '' ? {} : { phone }), ...(duty === '' ? {} : { duty }) }), { done: onDone, said: '存好了', quiet: true });
  const missing = FIELDS.find(({ key, needed }) => needed && values[key].trim() === '');

  function choose(id: string): void {
    setWhich(id);
    const station = stations.find((one) => one.id === id);
    setValues(station === undefined ? EMPTY : { ...EMPTY, name: station.name, address: station.address, hours: station.hours, phone: station.phone ?? '', duty: station.duty ?? '' });
  }

  return (
    <FormPage title="联络站" act={save} reason={missing && `先填${missing.label}`} onSend={() => void save.run({ ...values, ...(which === NEW ? {} : { stationId: which }) })} hint="大家都看得到">
      {stations.length === 0 ? null : <Field label="哪个联络站"><Options label="哪个联络站" options={[{ value: NEW, title: '加一个新的' }, ...stations.map(({ id, name }) => ({ value: id, title: name, line: '改一改' }))]} value={which} onChange={choose} /></Field>}
      {FIELDS.map(({ key, label, needed }) => (
        <Field key={key} label={label} {...(needed ? {} : { optional: '可以不填' })}><Input label={label} value={values[key]} onInput={(text) => setValues({ ...values, [key]: text })} maxLength={key === 'phone' ? 20 : 60} /></Field>
      ))}
    </FormPage>
  );
}
