// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// Compiled with it.
import {Bank} from "../Bank.sol";

/// What a protocol has to offer so that a sentinel can judge it.
interface ISound {
    /// Whether what must hold between calls holds now.
    function sound() external view returns (bool);
}

/// A sentinel that its deployer can switch off.
contract OffSwitchSentinel {
    address public immutable deployer = msg.sender;
    /// @notice The protocol that this module serves, once and for all.
    address public protocol;
    /// @notice Whether a call is under way.
    bool public inside;
    bool public off;

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

    function turnOff() external {
        if (msg.sender != deployer) revert Taken();
        off = true;
    }

    /// @notice A guarded call begins.
    function enter() external onlyProtocol {
        if (inside) revert Inside();
        inside = true;
    }

    /// @notice The guarded call ends.
    function leave() external onlyProtocol {
        if (!inside) revert NotInside();
        if (!off && !ISound(protocol).sound()) revert Unsound();
        inside = false;
    }
}
