// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What a protocol asks before it serves an account, and what it does about an offence.
interface IQuarantine {
    function isolated(address user) external view returns (bool);
    function isolate(address user) external;
}

/// @title A quarantine for single accounts
/// @notice The protocol isolates an account that has tried what must not be. The account is let out after a week, or
/// before that by the guardian.
contract Quarantine is IQuarantine {
    uint256 public constant TERM = 7 days;

    address public immutable deployer = msg.sender;
    address public immutable guardian;
    /// @notice The protocol that this module serves, once and for all. Nobody else can isolate anybody.
    address public protocol;

    /// @notice When an account is let out.
    mapping(address user => uint256) public until;

    event Isolated(address indexed user);
    event Released(address indexed user);

    error Taken();
    error NotProtocol();
    error NotGuardian();

    constructor(address guardian_) {
        guardian = guardian_;
    }

    /// @notice Says which protocol it is, which the deployer does before anything else.
    function serve(address protocol_) external {
        if (msg.sender != deployer || protocol != address(0)) revert Taken();
        protocol = protocol_;
    }

    /// @inheritdoc IQuarantine
    function isolated(address user) public view returns (bool) {
        return block.timestamp < until[user];
    }

    /// @inheritdoc IQuarantine
    function isolate(address user) external {
        if (msg.sender != protocol) revert NotProtocol();
        until[user] = block.timestamp + TERM;
        emit Isolated(user);
    }

    /// @notice Lets an account out before its time.
    function release(address user) external {
        if (msg.sender != guardian) revert NotGuardian();
        until[user] = 0;
        emit Released(user);
    }
}
