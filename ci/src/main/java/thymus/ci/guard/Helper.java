package thymus.ci.guard;

/** Functions that a generated source has where it uses them. Whatever leaves its range makes them revert. */
enum Helper {
    SIGNED("_guardSigned", """
            /// @dev The same number with a sign; what is too large is refused.
            function _guardSigned(uint256 a) private pure returns (int256) {
                if (a > uint256(type(int256).max)) revert GuardOutOfRange();
                return int256(a);
            }
            """),
    UNSIGNED("_guardUnsigned", """
            /// @dev The same number without a sign; what is below zero is refused.
            function _guardUnsigned(int256 a) private pure returns (uint256) {
                if (a < 0) revert GuardOutOfRange();
                return uint256(a);
            }
            """),
    POSITIVE("_guardPositive", """
            /// @dev The number, or 0 where it is below.
            function _guardPositive(int256 a) private pure returns (uint256) {
                return a > 0 ? uint256(a) : 0;
            }
            """),
    FITS("_guardFits", """
            /// @dev The number, if it is no larger than asked for.
            function _guardFits(uint256 a, uint256 most) private pure returns (uint256) {
                if (a > most) revert GuardOutOfRange();
                return a;
            }
            """),
    MINIMUM("_guardMin", """
            function _guardMin(uint256 a, uint256 b) private pure returns (uint256) {
                return a < b ? a : b;
            }
            """),
    MAXIMUM("_guardMax", """
            function _guardMax(uint256 a, uint256 b) private pure returns (uint256) {
                return a < b ? b : a;
            }
            """),
    MINIMUM_SIGNED("_guardMinSigned", """
            function _guardMinSigned(int256 a, int256 b) private pure returns (int256) {
                return a < b ? a : b;
            }
            """),
    MAXIMUM_SIGNED("_guardMaxSigned", """
            function _guardMaxSigned(int256 a, int256 b) private pure returns (int256) {
                return a < b ? b : a;
            }
            """),
    ABSOLUTE("_guardAbs", """
            function _guardAbs(int256 a) private pure returns (uint256) {
                return uint256(a < 0 ? -a : a);
            }
            """),
    DISTANCE("_guardDistance", """
            function _guardDistance(uint256 a, uint256 b) private pure returns (uint256) {
                return a < b ? b - a : a - b;
            }
            """),
    DIVIDE("_guardDivide", """
            /// @dev Rounds down, also below zero.
            function _guardDivide(int256 a, int256 b) private pure returns (int256) {
                int256 quotient = a / b;
                return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
            }
            """),
    MODULO("_guardModulo", """
            /// @dev The remainder of a division that rounds down: it has the sign of the divisor.
            function _guardModulo(int256 a, int256 b) private pure returns (int256) {
                int256 rest = a % b;
                return rest != 0 && (a < 0) != (b < 0) ? rest + b : rest;
            }
            """),
    BALANCE_BEFORE("_guardBalanceBefore", """
            /// @dev The ether of an account before the call brought any.
            function _guardBalanceBefore(address account) private view returns (uint256 wei_) {
                wei_ = account.balance;
                if (account == msg.sender) wei_ += msg.value;
                if (account == address(this)) wei_ -= msg.value;
            }
            """);

    private final String function;
    private final String source;

    Helper(String function, String source) {
        this.function = function;
        this.source = source;
    }

    String function() {
        return function;
    }

    String source() {
        return source;
    }
}
