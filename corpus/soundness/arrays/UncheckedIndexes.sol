// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Members with places that count from one, and reads at a place less one that nothing checks before.
contract UncheckedIndexes {
    address[] private list;
    mapping(address => uint256) public place;

    function join() external {
        require(place[msg.sender] == 0);
        list.push(msg.sender);
        place[msg.sender] = list.length;
    }

    function leave() external {
        uint256 p = place[msg.sender];
        require(p != 0);
        address last = list[list.length - 1];
        unchecked {
            list[p - 1] = last;
        }
        place[last] = p;
        list.pop();
        delete place[msg.sender];
    }

    /// Only the index is checked, after it has wrapped.
    function nth(uint256 p) external view returns (address) {
        unchecked {
            return list[p - 1];
        }
    }

    /// Not even the index is checked: without members this is the slot before the first one's.
    function rawLast() external view returns (address last) {
        assembly {
            mstore(0, list.slot)
            last := sload(add(keccak256(0, 32), sub(sload(list.slot), 1)))
        }
    }

    function size() external view returns (uint256) {
        return list.length;
    }
}

/// The place is checked by nobody, and may be that of another mapping's element.
contract FarIndexes {
    mapping(address => uint256) public balance;
    mapping(address => uint256[]) private list;

    function put(uint256 p, uint256 x) external {
        uint256[] storage own = list[msg.sender];
        assembly {
            mstore(0, own.slot)
            sstore(add(keccak256(0, 32), sub(p, 1)), x)
        }
    }
}
