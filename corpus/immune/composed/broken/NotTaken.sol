// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IDoor} from "../Door.sol";
import {IToken} from "../Token.sol";

/// An outlet that keeps no account of what goes back: the whole balance is there for each message.
contract NotTakenOutlet {
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
        door.pass(to, amount);
        emit Released(number_, to, amount);
        coin.transfer(to, amount);
    }
}
