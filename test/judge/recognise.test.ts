import { expect } from 'chai';
import { recognise } from '../../src/judge/recognise.js';
import type { ServiceDefinition, StandardDefinition } from '../../src/model/standard-definition.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import type { MessageFacts } from '../../src/standard/family.js';

const LMP = 'urn:lampen';

const element = (name: string, namespace = LMP): XmlElement => ({
  namespace,
  name,
  attributes: [],
  children: [],
  text: '',
  line: 1,
});

const service = (id: string, more: Partial<ServiceDefinition> = {}): ServiceDefinition =>
  ({
    ...{ id, soapAction: `urn:${id}`, asynchronous: false },
    request: { element: 'L:lmpLk01', code: 'Lk01' },
    replies: [{ element: 'L:bevestiging', code: 'Bv03' }],
    fault: { element: 'L:fout', code: 'Fo03' },
    ...more,
  }) as ServiceDefinition;

const standard = (id: string, services: readonly ServiceDefinition[], roots: readonly string[] = []): StandardDefinition =>
  ({
    id,
    namespaces: { L: LMP },
    services,
    shapes: { roots: new Map(roots.map((root) => [`{${LMP}}${root}`, root])) },
  }) as unknown as StandardDefinition;

const facts = (name: string, more: Partial<MessageFacts> = {}): MessageFacts => ({
  ...{ envelope: 'none', bodyChildren: 1, message: element(name) },
  ...more,
});
const told = (of: MessageFacts, standards: readonly StandardDefinition[], soapAction?: string) =>
  recognise(of, standards, soapAction).map((each) => [each.standard.id, each.service?.id, each.side].join(' ').trim());

const old = standard('lampen-1.0', [service('meld')], ['lmpLk01', 'lmpLv01']);
const fresh = standard('lampen-1.1', [service('meldNieuw', { soapAction: 'urn:nieuw' })], ['lmpLk01']);

describe('recognising a message', () => {
  it('names standard, service and side, later versions first', () => {
    expect(told(facts('lmpLk01'), [old, fresh])).to.deep.equal(['lampen-1.1 meldNieuw request', 'lampen-1.0 meld request']);
    expect(told(facts('bevestiging'), [old])).to.deep.equal(['lampen-1.0 meld reply']);
  });

  it('follows the SOAPAction where it is known', () => {
    expect(told(facts('lmpLk01'), [old, fresh], 'urn:meld')).to.deep.equal(['lampen-1.0 meld request']);
    const two = standard('lampen-1.0', [service('meld'), service('wijzig')]);
    expect(told(facts('lmpLk01'), [two])).to.deep.equal(['lampen-1.0  request']);
    expect(told(facts('lmpLk01'), [two], 'urn:wijzig')).to.deep.equal(['lampen-1.0 wijzig request']);
  });

  it('tells services apart by entity type and function, as far as the message names them', () => {
    const two = standard('lampen-1.0', [
      service('meld', { request: { element: 'L:lmpLk01', code: 'Lk01', entiteittype: 'LMP' } }),
      service('wijzig', { request: { element: 'L:lmpLk01', code: 'Lk01', entiteittype: 'RUI' } }),
    ]);
    expect(told(facts('lmpLk01', { entiteittype: 'RUI' }), [two])).to.deep.equal(['lampen-1.0 wijzig request']);
    expect(told(facts('lmpLk01'), [two])).to.deep.equal(['lampen-1.0  request']);
  });

  it('knows an element that no service uses by the schema alone', () => {
    expect(told(facts('lmpLv01'), [old, fresh])).to.deep.equal(['lampen-1.0']);
  });

  it('does not know a name in another namespace, or a document without a message', () => {
    expect(told(facts('lmpLk01', { message: element('lmpLk01', 'urn:anders') }), [old])).to.deep.equal([]);
    expect(recognise({ envelope: 'soap-1.1', bodyChildren: 0 }, [old], undefined)).to.deep.equal([]);
  });
});
