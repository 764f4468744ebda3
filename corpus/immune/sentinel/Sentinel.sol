// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What a protocol has to offer so that a sentinel can judge it.
interface ISound {
    /// Whether what must hold between calls holds now.
    function sound() external view returns (bool);
}

/// @title A sentinel that lets no call of a protocol end in a state that the protocol calls unsound
/// @notice The protocol reports when a call begins and when it ends. What is found unsound at the end is undone with the
/// whole transaction, and so is what cannot be judged. While a call is under way no second one can begin.
contract Sentinel {
    address public immutable deployer = msg.sender;
    /// @notice The protocol that this module serves, once and for all.
    address public protocol;
    /// @notice Whether a call is under way.
    bool public inside;

    error NotProtocol();
    error Taken();
    error Inside();
    error NotInside();
    error Unsound();

    modifier onlyProtocol() {
        if (msg.sender != protocol) revert NotProtocol();
        _;
    }

    /// @notice Says which protocol it is, which its deployer does before anything else.
    function serve(address protocol_) external {
        if (msg.sender != deployer || protocol != address(0)) revert Taken();
        protocol = protocol_;
    }

    /// @notice A guarded call begins.
    function enter() external onlyProtocol {
        if (inside) revert Inside();
        inside = true;
    }

    /// @notice The guarded call ends.
    function leave() external onlyProtocol {
        if (!inside) revert NotInside();
        if (!ISound(protocol).sound()) revert Unsound();
        inside = false;
    }
}
