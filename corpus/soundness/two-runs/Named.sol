// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What it emits counts how many were accused, once as the event of the interface, and once with more indexed.
contract Noted {
    event Moved(address indexed who, uint256 count);

    mapping(address => bool) public out;
    uint256 public accused;

    function accuse(address a) external {
        out[a] = true;
        accused++;
    }

    function own() external {
        require(!out[msg.sender]);
        emit Moved(msg.sender, accused);
    }

    function other() external {
        require(!out[msg.sender]);
        bytes32 moved = Moved.selector;
        uint256 count = accused;
        assembly {
            log3(0, 0, moved, caller(), count)
        }
    }
}
