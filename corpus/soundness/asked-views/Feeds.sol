// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

interface Feed {
    function price() external view returns (uint256);
}

contract Tame is Feed {
    uint256 public price;

    function set(uint256 to) external {
        require(to <= 100);
        price = to;
    }
}

contract Wild is Feed {
    uint256 public price;

    function set(uint256 to) external {
        price = to;
    }
}

/// Its view asks one of two feeds, of which anyone chooses one.
contract Picking {
    Feed public feed;
    Feed private immutable one;
    Feed private immutable other;

    constructor(Feed first, Feed second) {
        one = first;
        other = second;
        feed = first;
    }

    function pick(bool second) external {
        feed = second ? other : one;
    }

    function price() external view returns (uint256) {
        return feed.price();
    }

    function half() external view returns (uint256) {
        return feed.price() / 2;
    }
}

/// Its view asks whoever is named, and does not believe all.
contract Asking {
    address public feed;

    constructor(address first) {
        feed = first;
    }

    function name(address any) external {
        feed = any;
    }

    function price() external view returns (uint256 answer) {
        answer = asked();
        if (answer > 100) answer = 100;
    }

    function open() external view returns (uint256) {
        return asked();
    }

    function asked() private view returns (uint256 answer) {
        address from = feed;
        assembly {
            mstore(0, shl(224, 0xa035b1fe))
            if and(eq(returndatasize(), 32), staticcall(gas(), from, 0, 4, 0, 32)) { answer := mload(0) }
        }
    }
}
