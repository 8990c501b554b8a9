import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Puts what is typed over a selection into the query before the browser does. A browser that replaces coloured text itself keeps its
 * colour by a `style` attribute, which the page's content security policy refuses and complains of.
 */
export function typingOver(): Extension {
  return EditorView.domEventHandlers({
    beforeinput(event, view) {
      const { data, inputType, isComposing } = event;
      const { main } = view.state.selection;
      if (inputType !== 'insertText' || data === null || isComposing || main.empty) return false;
      const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type' });
      const isTaken = view.state
        .facet(EditorView.inputHandler)
        .some((handle) => handle(view, main.from, main.to, data, insert));
      if (!isTaken) view.dispatch(insert());
      event.preventDefault();
      return true;
    },
  });
}
