package thymus.system.execution;

import thymus.spec.monitor.UndefinedValue;

/**
 * A view function that a property calls has reverted, or returned what is no value of its type. The property then has
 * neither truth value: its monitor reports an error.
 */
public final class ViewRevertedException extends UndefinedValue {
    public ViewRevertedException(String message) {
        super(message);
    }
}
