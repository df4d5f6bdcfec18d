/**
 * The words of the notation once they are read: elements, choices, attributes, and what a form says of them.
 */

/** How often, and whether it may be nil; absent marks mean the default of the place. */
export interface Marks {
  readonly min: number;
  readonly max: number | 'unbounded';
  readonly nillable: boolean;
}

/** A reference to a type as written: `Name`, `Name-set`, `Name{A|B}`, `ENTITY/form`, `/form`, `Name(argument)`. */
export interface TypeName {
  readonly kind: 'name';
  /** Empty for `/form`: the entity itself. */
  readonly name: string;
  readonly args: readonly string[];
  readonly form?: string;
  readonly enumeration?: readonly string[];
  readonly at: number;
}

/** A type by name, or content in its place. */
export type TypeRef = TypeName | { readonly kind: 'inline'; readonly items: readonly Item[] };

export interface ElementItem {
  readonly kind: 'element';
  readonly name: string;
  readonly marks?: Marks;
  readonly type?: TypeRef;
  readonly default?: string;
  readonly fixed?: string;
  readonly at: number;
}

export interface ChoiceItem {
  readonly kind: 'choice';
  readonly label: string;
  readonly alternatives: readonly (readonly Item[])[];
  readonly marks?: Marks;
  readonly at: number;
}

export interface AttributeItem {
  readonly kind: 'attribute';
  readonly name: string;
  readonly required: boolean;
  readonly fixed?: string;
  readonly remove: boolean;
  readonly at: number;
}

export type Item =
  | ElementItem
  | ChoiceItem
  | AttributeItem
  | {
      readonly kind: 'any';
      readonly namespace: string;
      readonly process: 'lax' | 'skip' | 'strict';
      readonly marks?: Marks;
      readonly at: number;
    }
  | { readonly kind: 'part'; readonly name: string; readonly args: readonly string[]; readonly at: number }
  | { readonly kind: 'text'; readonly type: TypeRef; readonly at: number }
  | { readonly kind: 'remove'; readonly name: string; readonly at: number }
  | { readonly kind: 'range'; readonly from: string; readonly to: string; readonly at: number }
  | { readonly kind: 'base'; readonly form: string; readonly at: number };
