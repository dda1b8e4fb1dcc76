import { type Form } from './errors.ts';
import type { Fields } from './types.ts';

type Path = readonly (string | number)[];

const ROW = 1,
  BUTTON = 2,
  STRING_SELECT = 3,
  LAST_SELECT = 8,
  SECTION = 9,
  TEXT_DISPLAY = 10,
  CONTAINER = 17;
const LINK_STYLE = 5,
  PREMIUM_STYLE = 6;
const MAX_V2_COMPONENTS = 40;
const MAX_V2_TEXT = 4000;

/** What has been seen in a message so far: ids must be unique over the whole of it. */
interface Seen {
  ids: Set<string>;
  components: number;
  text: number;
}

/** Checks a message's components: five rows of the old kind, or forty nested of version 2. */
export function checkComponents(form: Form, value: unknown, path: Path, version2: boolean): void {
  const seen: Seen = { ids: new Set(), components: 0, text: 0 };
  form.list(value, path, { max: version2 ? MAX_V2_COMPONENTS : 5 }).forEach((item, at) => {
    const component = form.object(item, [...path, at]);
    if (!version2 && component.type !== ROW) {
      form.fail([...path, at, 'type'], 'BASE_TYPE_CHOICES', `Value must be one of (${ROW},).`);
      return;
    }
    checkComponent(form, component, [...path, at], seen);
  });
  if (!version2) return;
  if (seen.components > MAX_V2_COMPONENTS)
    form.fail(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `The maximum number of components is ${MAX_V2_COMPONENTS}.`);
  if (seen.text > MAX_V2_TEXT)
    form.fail(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `The combined text may be ${MAX_V2_TEXT} characters at most.`);
}

function checkComponent(form: Form, component: Fields, path: Path, seen: Seen): void {
  seen.components++;
  const type = component.type;
  if (type === ROW) checkRow(form, component, path, seen);
  else if (type === BUTTON) checkButton(form, component, path, seen);
  else if (typeof type === 'number' && type >= STRING_SELECT && type <= LAST_SELECT && type !== 4) checkSelect(form, component, path, seen);
  else if (type === TEXT_DISPLAY)
    seen.text += form.text(component.content, [...path, 'content'], { min: 1, max: MAX_V2_TEXT, required: true })?.length ?? 0;
  else if (type === SECTION || type === CONTAINER) {
    const max = type === SECTION ? 3 : MAX_V2_COMPONENTS;
    form.list(component.components, [...path, 'components'], { min: 1, max }).forEach((child, at) => {
      const place = [...path, 'components', at];
      checkComponent(form, form.object(child, place), place, seen);
    });
    if (component.accessory !== undefined) {
      const place = [...path, 'accessory'];
      checkComponent(form, form.object(component.accessory, place), place, seen);
    }
  } else if (typeof type !== 'number' || type < 1 || type > CONTAINER) {
    form.fail([...path, 'type'], 'BASE_TYPE_CHOICES', 'Unknown component type.');
  }
}

function checkRow(form: Form, row: Fields, path: Path, seen: Seen): void {
  const children = form.list(row.components, [...path, 'components'], { min: 1, max: 5 });
  children.forEach((item, at) => {
    const place = [...path, 'components', at];
    const child = form.object(item, place);
    const isButton = child.type === BUTTON;
    if (!isButton && children.length > 1)
      form.fail(place, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
    checkComponent(form, child, place, seen);
  });
}

function checkId(form: Form, component: Fields, path: Path, seen: Seen): void {
  const id = form.text(component.custom_id, [...path, 'custom_id'], { min: 1, max: 100, required: true });
  if (id === undefined) return;
  if (seen.ids.has(id)) form.fail([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  seen.ids.add(id);
}

function checkButton(form: Form, button: Fields, path: Path, seen: Seen): void {
  const style = form.integer(button.style, [...path, 'style'], { min: 1, max: PREMIUM_STYLE });
  if (style === undefined) form.fail([...path, 'style'], 'BASE_TYPE_REQUIRED', 'This field is required');
  form.text(button.label, [...path, 'label'], { max: 80 });
  if (button.label === undefined && button.emoji === undefined && style !== PREMIUM_STYLE) {
    form.fail(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or emoji');
  }
  if (style === LINK_STYLE) {
    form.text(button.url, [...path, 'url'], { max: 512, required: true });
    if (button.custom_id !== undefined)
      form.fail(
        [...path, 'custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
  } else if (style !== PREMIUM_STYLE) checkId(form, button, path, seen);
}

function checkSelect(form: Form, select: Fields, path: Path, seen: Seen): void {
  checkId(form, select, path, seen);
  form.text(select.placeholder, [...path, 'placeholder'], { max: 150 });
  form.integer(select.min_values, [...path, 'min_values'], { min: 0, max: 25 });
  form.integer(select.max_values, [...path, 'max_values'], { min: 1, max: 25 });
  if (select.type !== STRING_SELECT) return;
  const values = new Set<unknown>();
  form.list(select.options, [...path, 'options'], { min: 1, max: 25 }).forEach((item, at) => {
    const place = [...path, 'options', at];
    const option = form.object(item, place);
    form.text(option.label, [...place, 'label'], { min: 1, max: 100, required: true });
    form.text(option.value, [...place, 'value'], { min: 1, max: 100, required: true });
    form.text(option.description, [...place, 'description'], { min: 1, max: 100 });
    if (values.has(option.value))
      form.fail([...place, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    values.add(option.value);
  });
}
