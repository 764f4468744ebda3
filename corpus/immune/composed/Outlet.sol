// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IDoor} from "./Door.sol";
import {IToken} from "./Token.sol";

/// @title The end of a bridge that keeps the coins
/// @notice What is sent is locked here, and its number tells the other end. A relay brings the numbers of what comes back.
/// Each is released once, no more than was locked, through the door: a relay that lies is worth what the limiter lets pass.
contract Outlet {
    IToken public immutable coin;
    IDoor public immutable door;
    address public immutable relay;

    /// @notice What is locked for the other end, and the number of what was sent last.
    uint256 public locked;
    uint256 public number;
    mapping(uint256 number => bool) public released;

    event Sent(uint256 indexed number, address indexed to, uint256 amount);
    event Released(uint256 indexed number, address indexed to, uint256 amount);

    error NotRelay();
    error Again();

    constructor(IToken coin_, IDoor door_, address relay_) {
        (coin, door, relay) = (coin_, door_, relay_);
    }

    function send(address to, uint128 amount) external {
        locked += amount;
        emit Sent(++number, to, amount);
        coin.transferFrom(msg.sender, address(this), amount);
    }

    function release(uint256 number_, address to, uint256 amount) external {
        if (msg.sender != relay) revert NotRelay();
        if (released[number_]) revert Again();
        released[number_] = true;
        locked -= amount;
        door.pass(to, amount);
        emit Released(number_, to, amount);
        coin.transfer(to, amount);
    }
}
