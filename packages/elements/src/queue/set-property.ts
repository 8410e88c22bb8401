import { noChange, type ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';

/** Sets a custom property on the element that it stands in: a strict page forbids the style attribute, not this. */
class SetProperty extends Directive {
  #last: number | undefined;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new TypeError('setProperty stands in a start tag');
  }

  render(_name: string, _value: number): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [name, value]: [string, number]): unknown {
    if (value !== this.#last) (element as HTMLElement).style.setProperty(name, String(value));
    this.#last = value;
    return noChange;
  }
}

export const setProperty = directive(SetProperty);
