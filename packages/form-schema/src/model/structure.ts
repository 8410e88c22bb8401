import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join, parentOf, tokensOf } from '../pointer.js';
import { emptyItem } from '../schema/defaults.js';
import { rekeyed } from '../schema/previous.js';
import type { Resolved } from '../schema/resolve.js';
import { placeOf } from './entry.js';
import { isNamed, renamedMember, withMember, withoutMember } from './named-members.js';
import type { NewIndex } from './rows.js';
import { afterInsertion, afterMove, afterRemoval, withRow, withoutRow } from './rows.js';

/** The form whose lists and groups are changed. */
export interface Holder {
  readonly root: Resolved;
  /** Counts how often the form was started anew: what was removed before cannot be put back after. */
  readonly generation: number;
  get(pointer: Pointer): Json | undefined;
  touched(pointer: Pointer): void;
  /** A row or member goes, with what is known of its problems; what is answered brings that back with it. */
  setAside(place: Pointer): (to: Pointer) => void;
  /** Rows of a list came, went or moved: what is kept by pointer goes with them. */
  moveRows(list: Pointer, newIndex: NewIndex): void;
  moveMember(from: Pointer, to: Pointer): void;
  /**
   * Puts another list or group in the place of the one at the pointer. `since` is the state before as it is to be
   * seen from the new one, `given` a place that holds what it is to hold already.
   */
  put(
    pointer: Pointer,
    value: readonly Json[] | JsonObject,
    since?: (root: Resolved) => Resolved | undefined,
    given?: Pointer,
  ): void;
}

/** Adds, removes, moves and renames what stands in lists and groups. */
export class Structure {
  readonly #form: Holder;

  constructor(form: Holder) {
    this.#form = form;
  }

  append(list: Pointer, item?: Json): Pointer {
    const index = this.#rows(list).length;
    const at = join(list, index);
    if (item === undefined) this.#insert(list, index, this.#emptyRow(list, index));
    else this.#insert(list, index, item, at);
    return at;
  }

  remove(pointer: Pointer): () => void {
    const holder = parentOf(pointer);
    const place = placeOf(this.#form.root, pointer);
    if (place && isNamed(place)) return this.#removeMember(holder, place.key);
    const index = Number(tokensOf(pointer).at(-1));
    const removed = this.#rows(holder)[index];
    if (removed === undefined) return () => undefined;
    this.#form.touched(holder);
    const bringBack = this.#form.setAside(pointer);
    this.#setRows(holder, withoutRow(this.#rows(holder), index), afterRemoval(index));
    return this.#once(() => {
      const at = Math.min(index, this.#rows(holder).length);
      const to = join(holder, at);
      this.#form.moveRows(holder, afterInsertion(at));
      bringBack(to);
      this.#putRows(holder, withRow(this.#rows(holder), at, removed), afterInsertion(at), to);
    });
  }

  move(list: Pointer, from: number, to: number): void {
    const rows = this.#rows(list);
    const moved = rows[from];
    if (moved === undefined || from === to || rows[to] === undefined) return;
    this.#setRows(list, withRow(withoutRow(rows, from), to, moved), afterMove(from, to));
  }

  add(group: Pointer, name: string): Pointer | undefined {
    const extras = placeOf(this.#form.root, group)?.resolved.view.extras;
    if (!extras || this.#isTaken(group, name)) return undefined;
    this.#form.put(group, withMember(this.#members(group), name, emptyItem(extras.shape(name))));
    return join(group, name);
  }

  rename(pointer: Pointer, name: string): Pointer | undefined {
    const group = parentOf(pointer);
    const place = placeOf(this.#form.root, pointer);
    if (!place || !isNamed(place) || this.#isTaken(group, name)) return undefined;
    const { key } = place;
    const to = join(group, name);
    this.#form.moveMember(pointer, to);
    this.#form.put(group, renamedMember(this.#members(group), key, name), (root) =>
      rekeyed(root, group, (one) => (one === key ? name : one)),
    );
    return to;
  }

  #isTaken(group: Pointer, name: string): boolean {
    const members = placeOf(this.#form.root, group)?.resolved.shape.whole.members;
    return members?.has(name) === true || Object.hasOwn(this.#members(group), name);
  }

  #removeMember(group: Pointer, name: string): () => void {
    const members = this.#members(group);
    const position = Object.keys(members).indexOf(name);
    const removed = members[name] as Json;
    this.#form.touched(group);
    const bringBack = this.#form.setAside(join(group, name));
    this.#form.put(group, withoutMember(members, name));
    return this.#once(() => {
      if (this.#isTaken(group, name)) return;
      bringBack(join(group, name));
      const next = withMember(this.#members(group), name, removed, position);
      this.#form.put(group, next, undefined, join(group, name));
    });
  }

  #insert(list: Pointer, index: number, row: Json, given?: Pointer): void {
    this.#setRows(list, withRow(this.#rows(list), index, row), afterInsertion(index), given);
  }

  #setRows(list: Pointer, rows: readonly Json[], newIndex: NewIndex, given?: Pointer): void {
    this.#form.moveRows(list, newIndex);
    this.#putRows(list, rows, newIndex, given);
  }

  #putRows(list: Pointer, rows: readonly Json[], newIndex: NewIndex, given?: Pointer): void {
    this.#form.put(
      list,
      rows,
      (root) => rekeyed(root, list, (key) => newIndex(Number(key))?.toString()),
      given,
    );
  }

  #rows(list: Pointer): readonly Json[] {
    const rows = this.#form.get(list);
    return Array.isArray(rows) ? (rows as readonly Json[]) : [];
  }

  #members(group: Pointer): JsonObject {
    const members = this.#form.get(group);
    return isJsonObject(members) ? members : {};
  }

  #emptyRow(list: Pointer, index: number): Json {
    const view = placeOf(this.#form.root, list)?.resolved.view;
    const shape = view?.members.get(String(index)) ?? view?.item;
    return shape ? emptyItem(shape) : null;
  }

  /** What puts something back, at most once, and not after the form was started anew. */
  #once(putBack: () => void): () => void {
    const { generation } = this.#form;
    let isUndone = false;
    return () => {
      if (isUndone || generation !== this.#form.generation) return;
      isUndone = true;
      putBack();
    };
  }
}
