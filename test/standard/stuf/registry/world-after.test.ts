import { expect } from 'chai';
import { readXml } from '../../../../src/message/xml-reader.js';
import type { StandardDefinition } from '../../../../src/model/standard-definition.js';
import type { SentMessage } from '../../../../src/standard/family.js';
import { readFacts } from '../../../../src/standard/stuf/facts.js';
import { knowledgeOf } from '../../../../src/standard/stuf/registry/knowledge.js';
import { createRegistry } from '../../../../src/standard/stuf/registry/registry.js';
import { worldAfter } from '../../../../src/standard/stuf/registry/world-after.js';
import { asking, boat, bodyOf, EVERYTHING, loadBoats, type Message, textAt } from '../../../koppelvlak/boats.js';

const A = '<kenteken>HVN-1</kenteken>';
const NAME = 'antwoord/object/roepnaam';

describe('the world after what was sent', () => {
  let standard: StandardDefinition;
  let tell: (name: string, before?: string) => SentMessage;
  let question: SentMessage;
  before(async () => {
    standard = await loadBoats();
    const opened = (id: string, message: Message): SentMessage => {
      const service = standard.services.find((each) => each.id === id);
      const root = service && readXml(bodyOf(service.request, message, 'P1')).root;
      const element = root && readFacts(root).message;
      if (!service || !element) throw new Error(id);
      return { service, message: element };
    };
    const named = (name: string) => `${A}<roepnaam>${name}</roepnaam>`;
    tell = (name, before) =>
      opened('meldVaartuig', before === undefined ? boat('T', named(name)) : boat('W', named(before), named(name)));
    question = opened('vraagVaartuigen', { content: asking(`<gelijk entiteittype="VTG">${A}</gelijk>${EVERYTHING}`) });
  });

  const shownAfter = (...sent: readonly SentMessage[]) => textAt(createRegistry(standard).predict(sent, question), NAME);

  it('goes on from where the question before it ended', () => {
    const [first, second] = [tell('Meeuw'), tell('Stern', 'Meeuw')];
    let taken = 0;
    const count = (...sent: readonly SentMessage[]) => {
      taken = 0;
      worldAfter(knowledgeOf(standard), sent, (world) => {
        taken += 1;
        return world;
      });
      return taken;
    };
    expect([count(first), count(first, second), count(first, second)]).to.deep.equal([1, 1, 0]);
  });

  it('begins again when a message before it counts no more, or is another', () => {
    const [first, second, other] = [tell('Meeuw'), tell('Stern', 'Meeuw'), tell('Aalscholver', 'Meeuw')];
    expect(shownAfter(first, second)).to.equal('Stern');
    expect(shownAfter(first)).to.equal('Meeuw');
    expect(shownAfter(first, other)).to.equal('Aalscholver');
    expect(shownAfter(first, second)).to.equal('Stern');
  });

  it('begins again when the reply to a message is another', () => {
    const first = tell('Meeuw');
    let taken = 0;
    const take = (sent: SentMessage) =>
      worldAfter(knowledgeOf(standard), [sent], (world) => {
        taken += 1;
        return world;
      });
    take(first);
    take({ ...first, reply: question.message });
    expect(taken).to.equal(2);
  });

  it('is not gone on from when a message broke it', () => {
    const [first, second] = [tell('Meeuw'), tell('Stern', 'Meeuw')];
    expect(shownAfter(first)).to.equal('Meeuw');
    expect(() =>
      worldAfter(knowledgeOf(standard), [first, second], () => {
        throw new Error('broke');
      }),
    ).to.throw('broke');
    expect(shownAfter(first)).to.equal('Meeuw');
  });
});
