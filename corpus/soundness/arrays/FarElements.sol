// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// An array of so many slots that elements of a mapping lie among its own: some accounts hash below 2^240.
contract FarElements {
    mapping(address => uint256) public balance;
    uint256[2 ** 240] private big;

    function put(uint256 i, uint256 x) external {
        big[i] = x;
    }
}

/// The same behind the first slot of a dynamic array, the hash of 2, which stands in the code.
contract FarBehind {
    mapping(address => uint256) public balance;
    uint256 public other;
    uint256[] public list;

    function put(uint240 i, uint256 x) external {
        assembly {
            sstore(add(0x405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace, i), x)
        }
    }
}

/// Nothing writes the array but what writes the mapping.
contract FarReads {
    mapping(address => uint256) public balance;
    uint256[2 ** 240] private big;

    function set(address account, uint256 x) external {
        balance[account] = x;
    }
}

/// Large arrays as well, but no hash is as near as their last slots.
contract NearElements {
    mapping(address => uint256) public balance;
    uint256[2 ** 100] private big;
    uint256[] public list;

    function put(uint256 i, uint256 x) external {
        require(x <= 9);
        big[i] = x;
    }

    function behind(uint96 i, uint256 x) external {
        assembly {
            sstore(add(0x405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace, i), x)
        }
    }

    function at(uint256 i) external view returns (uint256) {
        return big[i];
    }
}

/// The bytes of this array are 96 modulo 2^256, and so the compiler's layout says.
contract WrappedLength {
    uint256[2 ** 251 + 3] private big;

    function put() external {
        big[5] = 1;
    }
}
