package thymus.system.execution;

import thymus.spec.monitor.UndefinedValue;

/**
 * A view that a property calls reverted or returned a word that is not a value of its type. The property has no truth
 * value, and its monitor reports an error.
 */
public final class ViewRevertedException extends UndefinedValue {
    public ViewRevertedException(String message) {
        super(message);
    }
}
