import type { Node } from "oxc-parser";
import { lineAt, listNodes, type Placed } from "./syntax-tree";

/** English in a file that should be in the messages. */
export interface English {
  readonly line: number;
  readonly words: string;
}

const WORD = /\p{L}{2,}/u;
const TWO_WORDS = /\p{L}{2,}[’'”).,;:!?–—]*\s+(?:\S\s+)*[“‘(–—]*\p{L}{2,}/u;

/** Attributes that people read or hear. */
const READ_ATTRIBUTES =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|.*(label|title|heading|hint|caption|summary|description|question|note|message))$/i;

/** Attributes whose texts are for machines, however many words they have. */
const MACHINE_ATTRIBUTES =
  /^(class|.*className|id|href|src|d|style|rel|key|sizes|media|content|viewBox|transform|points|data-.*|aria-(controls|describedby|labelledby|owns))$/i;

/** Calls and constructors whose texts are for developers. */
const DEVELOPER_CALLS = /^(Error|TypeError|RangeError|console\.\w+|log\.\w+|matchMedia|cookie)$/;

/** Names of constants and keys that hold classes of CSS, SQL, patterns and the like. */
const MACHINE_NAMES = /(class(es|name)?|sql|policy|style|media|selector|pattern|font)$/i;

/** Types of media, headers, queries of media, selectors, parameters, fonts and markup. */
const MACHINE_TEXTS = [
  /^[a-z]+\/[\w.+-]+(;.*)?$/,
  /^no-store\b/,
  /^attachment;/,
  /^\(prefers-.*\)$/,
  /^:is\(/,
  /^&?\w+=\S*$/,
  /^(italic )?\d{3} \d+px /,
  /^(<[\w:]+>)*<[?\w:]+ [\w:]+=/,
];

/** A class of CSS that cannot be a word: "min-w-0", "hover:bg-paper-2", "text-11". */
const CSS_CLASS = /^-?[a-z]+(:[a-z]|-\S|\d|\S*[[(/])/;
const CSS_TOKEN = /^[a-z0-9@:/.()[\]%_&>*!,-]+$/;

/** The English texts of a file that people read. */
export function findEnglish(file: string): English[] {
  const { nodes, source } = listNodes(file);
  return nodes.flatMap((placed) => {
    const words = textOf(placed.node);
    if (words === null || !isForPeople(words, placed)) return [];
    return [{ line: lineAt(source, placed.node.start), words: words.replace(/\s+/g, " ").trim() }];
  });
}

function isMachineText(text: string): boolean {
  return MACHINE_TEXTS.some((pattern) => pattern.test(text));
}

function isClassList(words: string): boolean {
  const tokens = words.trim().split(/\s+/);
  const classes = tokens.filter((token) => CSS_CLASS.test(token) && !/[,:;)]$/.test(token));
  return tokens.every((token) => CSS_TOKEN.test(token)) && classes.length * 2 >= tokens.length;
}

function textOf(node: Node): string | null {
  if (node.type === "JSXText") return node.value;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateElement") return node.value.cooked ?? node.value.raw;
  return null;
}

function isForPeople(words: string, { node, above }: Placed): boolean {
  if (!WORD.test(words) || isMachineText(words.trim()) || isClassList(words)) return false;
  if (node.type === "JSXText") return true;
  if (isForMachines(node, above)) return false;
  return TWO_WORDS.test(words) || isShown(above);
}

/** Is the text, or what it may be replaced by, a child of an element or an attribute that people read? */
function isShown(above: readonly Node[]): boolean {
  let inner: Node | null = null;
  for (const node of above) {
    switch (node.type) {
      case "JSXAttribute":
        return READ_ATTRIBUTES.test(attributeName(node));
      case "ConditionalExpression":
        if (node.test === inner) return false;
        break;
      case "LogicalExpression":
      case "TemplateLiteral":
      case "ParenthesizedExpression":
        break;
      case "JSXExpressionContainer":
        break;
      case "JSXElement":
      case "JSXFragment":
        return true;
      default:
        return false;
    }
    inner = node;
  }
  return false;
}

function attributeName(node: Node): string {
  if (node.type !== "JSXAttribute") return "";
  const { name } = node;
  return name.type === "JSXIdentifier" ? name.name : name.name.name;
}

function isForMachines(node: Node, above: readonly Node[]): boolean {
  const [parent] = above;
  if (parent?.type === "BinaryExpression" && parent.operator !== "+") return true;
  if (parent?.type === "Property" && parent.key === node && !parent.computed) return true;
  return above.some((outer, at) => {
    switch (outer.type) {
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
        return at === 0;
      case "ExportAllDeclaration":
      case "ImportExpression":
      case "TSLiteralType":
      case "TSImportType":
        return true;
      case "ExpressionStatement":
        return at === 0;
      case "TaggedTemplateExpression":
        return true;
      case "JSXAttribute":
        return at < 6 && MACHINE_ATTRIBUTES.test(attributeName(outer));
      case "CallExpression":
      case "NewExpression":
        return at < 4 && DEVELOPER_CALLS.test(calleeName(outer.callee));
      case "VariableDeclarator":
        return at < 5 && outer.id.type === "Identifier" && MACHINE_NAMES.test(outer.id.name);
      case "Property":
        return at < 4 && MACHINE_NAMES.test(keyName(outer.key));
      default:
        return false;
    }
  });
}

function calleeName(node: Node): string {
  if (node.type === "Identifier") return node.name;
  if (node.type === "MemberExpression" && node.property.type === "Identifier") {
    return node.object.type === "Identifier"
      ? `${node.object.name}.${node.property.name}`
      : node.property.name;
  }
  return "";
}

function keyName(node: Node): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" ? String(node.value) : "";
}
