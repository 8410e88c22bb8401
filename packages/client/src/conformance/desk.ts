import type {
  Actor,
  Command,
  CommandType,
  Consultation,
  JsonObject,
} from '@lpse-konsultasi/form-schema';
import type { Backend, ExecuteOptions, Outcome } from '../backend.js';
import { samplePeople } from '../samples/people.js';
import {
  analysis,
  archiving,
  call,
  completeReview,
  consultationForm,
  escalation,
  guestBook,
  incompleteReview,
  lkppReply,
  solution,
} from '../samples/values.js';
import { succeeded, type Done } from './assert.js';
import type { ConformanceHarness } from './harness.js';

/** The people of a desk at work, for the cases of the suite: each has one backend, opened when it is first needed. */
export class ConformanceDesk {
  readonly #harness: ConformanceHarness;
  readonly #backends = new Map<Actor, Promise<Backend>>();
  readonly #extra: Backend[] = [];
  #count = 0;

  constructor(harness: ConformanceHarness) {
    this.#harness = harness;
  }

  as(actor: Actor): Promise<Backend> {
    const known = this.#backends.get(actor);
    if (known !== undefined) return known;
    const backend = this.#harness.open(actor);
    this.#backends.set(actor, backend);
    return backend;
  }

  get officer(): Promise<Backend> {
    return this.as(samplePeople.officer);
  }

  get user(): Promise<Backend> {
    return this.as(samplePeople.user);
  }

  /** One more backend, as another tab would open it. */
  async another(actor: Actor = samplePeople.officer): Promise<Backend> {
    const backend = await this.#harness.open(actor);
    this.#extra.push(backend);
    return backend;
  }

  /** Somebody lays hands on the stored log of a case. */
  async damage(id: string): Promise<void> {
    if (this.#harness.damage === undefined)
      throw new TypeError('Expected a harness with damage(), as SuiteOptions.damages says');
    await this.#harness.damage(id);
  }

  /** As if the page were loaded anew. */
  async reload(): Promise<void> {
    await this.close();
    this.#backends.clear();
  }

  async close(): Promise<void> {
    const backends = await Promise.all(this.#backends.values());
    await Promise.all([...backends, ...this.#extra.splice(0)].map((backend) => backend.close()));
  }

  /** A text that nothing else on this desk is called. */
  fresh(name: string): string {
    this.#count += 1;
    return `${name}-${this.#count}`;
  }

  async give(
    type: CommandType,
    consultationId: string,
    data: JsonObject,
    { by = samplePeople.officer, ...options }: Partial<ExecuteOptions> & { by?: Actor } = {},
  ): Promise<Outcome> {
    const backend = await this.as(by);
    const command: Command = { type, consultationId, data };
    return backend.execute(command, { key: this.fresh('key'), ...options });
  }

  async do(
    type: CommandType,
    consultationId: string,
    data: JsonObject = {},
    by: Actor = samplePeople.officer,
  ): Promise<Done> {
    return succeeded(await this.give(type, consultationId, data, { by }));
  }

  async register(changes: JsonObject = {}, id = this.fresh('case')): Promise<string> {
    await this.do('register', id, guestBook(changes), samplePeople.user);
    return id;
  }

  /** A case that is handed in: steps 1 to 3. */
  async submitted(form: JsonObject = {}): Promise<string> {
    const id = await this.register();
    await this.do('submit', id, consultationForm(form), samplePeople.user);
    return id;
  }

  async reviewing(form: JsonObject = {}): Promise<string> {
    const id = await this.submitted(form);
    await this.do('start-review', id);
    return id;
  }

  async queued(form: JsonObject = {}): Promise<string> {
    const id = await this.reviewing(form);
    const { profile } = await this.officer;
    await this.do('review', id, completeReview(profile));
    return id;
  }

  async analysing(form: JsonObject = {}): Promise<string> {
    const id = await this.queued(form);
    const { profile } = await this.officer;
    await this.do('call', id, call(profile.office.loket[0]));
    await this.do('record-attendance', id, { hasil: 'hadir' });
    return id;
  }

  /** Step 9, initialled for the case as it stands. */
  async answer(id: string): Promise<Done> {
    const consultation = await this.see(id);
    const { officer } = samplePeople;
    return this.do('answer', id, solution(consultation, officer, consultation.updatedAt));
  }

  async archive(id: string): Promise<Done> {
    const { profile } = await this.officer;
    return this.do('archive', id, archiving(profile, 'Rina Wulandari (contoh)'));
  }

  async escalated(): Promise<string> {
    const id = await this.analysing();
    await this.do('analyse', id, analysis({ solusiDitemukan: false }));
    const { profile } = await this.officer;
    const { updatedAt } = await this.see(id);
    await this.do('escalate', id, escalation(profile, updatedAt));
    return id;
  }

  /** Sent, but the other side's number is awaited still. */
  async escalatedWithoutNumber(): Promise<string> {
    const id = await this.analysing();
    await this.do('analyse', id, analysis({ solusiDitemukan: false }));
    const { profile } = await this.officer;
    const { updatedAt } = await this.see(id);
    const { nomorLuar: _, ...data } = escalation(profile, updatedAt);
    await this.do('escalate', id, { ...data, statusNomor: 'menunggu' });
    return id;
  }

  async findIncomplete(id: string, columns: readonly string[]): Promise<Done> {
    const { profile } = await this.officer;
    const reason = 'Mohon lengkapi bagian ini.';
    return this.do('review', id, incompleteReview(profile, columns, reason));
  }

  async receiveReply(id: string): Promise<Done> {
    const { updatedAt } = await this.see(id);
    return this.do('receive-reply', id, lkppReply(updatedAt));
  }

  async see(id: string): Promise<Consultation> {
    const record = await (await this.officer).read(id);
    if (record === undefined) throw new TypeError(`No such case: ${id}`);
    return record.consultation;
  }
}
